import { Page } from '../ui/page.tsx';

export function PersonReferrals() {
  return <Page title="Referrals">{null}</Page>;
}
