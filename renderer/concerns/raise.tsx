import { Page } from '../ui/page.tsx';

export function Raise() {
  return <Page title="Raise a concern">{null}</Page>;
}
