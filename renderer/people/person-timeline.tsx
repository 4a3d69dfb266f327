import { Page } from '../ui/page.tsx';

export function PersonTimeline() {
  return <Page title="Timeline">{null}</Page>;
}
