import { Page } from '../ui/page.tsx';

export function Decide() {
  return <Page title="Decide">{null}</Page>;
}
