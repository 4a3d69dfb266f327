import { Page } from '../ui/page.tsx';

export function ReferralPage() {
  return <Page title="Referral">{null}</Page>;
}
