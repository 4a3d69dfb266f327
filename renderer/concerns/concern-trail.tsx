import { Page } from '../ui/page.tsx';

export function ConcernTrail() {
  return <Page title="Trail">{null}</Page>;
}
