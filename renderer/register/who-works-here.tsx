import { Page } from '../ui/page.tsx';

export function WhoWorksHere() {
  return <Page title="Who works here">{null}</Page>;
}
