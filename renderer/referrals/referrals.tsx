import { Page } from '../ui/page.tsx';

export function Referrals() {
  return <Page title="Referrals">{null}</Page>;
}
