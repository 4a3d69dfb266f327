import { Page } from '../ui/page.tsx';

export function ConcernDecisions() {
  return <Page title="Decisions">{null}</Page>;
}
