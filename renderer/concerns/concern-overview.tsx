import { Page } from '../ui/page.tsx';

export function ConcernOverview() {
  return <Page title="Concern">{null}</Page>;
}
