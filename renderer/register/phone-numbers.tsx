import { Page } from '../ui/page.tsx';

export function PhoneNumbers() {
  return <Page title="Phone numbers">{null}</Page>;
}
