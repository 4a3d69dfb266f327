import { Page } from '../ui/page.tsx';

export function Concerns() {
  return <Page title="Concerns">{null}</Page>;
}
