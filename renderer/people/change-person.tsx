import { Page } from '../ui/page.tsx';

export function ChangePerson() {
  return <Page title="Change details">{null}</Page>;
}
