import { Page } from '../ui/page.tsx';

export function ConcernChronology() {
  return <Page title="Chronology">{null}</Page>;
}
