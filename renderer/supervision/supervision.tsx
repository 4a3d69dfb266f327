import { Page } from '../ui/page.tsx';

export function Supervision() {
  return <Page title="Supervision">{null}</Page>;
}
