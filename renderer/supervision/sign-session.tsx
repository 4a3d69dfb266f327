import { Page } from '../ui/page.tsx';

export function SignSession() {
  return <Page title="Sign">{null}</Page>;
}
