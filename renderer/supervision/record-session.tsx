import { Page } from '../ui/page.tsx';

export function RecordSession() {
  return <Page title="Record a session">{null}</Page>;
}
