import { Page } from '../ui/page.tsx';

export function NotForSomeone() {
  return <Page title="Someone should not read this">{null}</Page>;
}
