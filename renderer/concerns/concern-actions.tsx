import { Page } from '../ui/page.tsx';

export function ConcernActions() {
  return <Page title="Actions">{null}</Page>;
}
