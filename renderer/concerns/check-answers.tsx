import { Page } from '../ui/page.tsx';

export function CheckAnswers() {
  return <Page title="Check">{null}</Page>;
}
