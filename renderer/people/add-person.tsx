import { Page } from '../ui/page.tsx';

export function AddPerson() {
  return <Page title="Add a person">{null}</Page>;
}
