import { Page } from '../ui/page.tsx';

export function PersonConcerns() {
  return <Page title="Concerns">{null}</Page>;
}
