import { Page } from '../ui/page.tsx';

export function AnswerReferral() {
  return <Page title="Record the answer">{null}</Page>;
}
