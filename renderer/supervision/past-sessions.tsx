import { Page } from '../ui/page.tsx';

export function PastSessions() {
  return <Page title="Past sessions">{null}</Page>;
}
