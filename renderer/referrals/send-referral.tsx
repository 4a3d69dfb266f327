import { Page } from '../ui/page.tsx';

export function SendReferral() {
  return <Page title="Refer to a health professional">{null}</Page>;
}
