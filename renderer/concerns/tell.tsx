import { Page } from '../ui/page.tsx';

export function Tell() {
  return <Page title="Tell">{null}</Page>;
}
