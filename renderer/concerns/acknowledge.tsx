import { Page } from '../ui/page.tsx';

export function Acknowledge() {
  return <Page title="Acknowledge">{null}</Page>;
}
