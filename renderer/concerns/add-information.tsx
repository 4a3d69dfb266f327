import { Page } from '../ui/page.tsx';

export function AddInformation() {
  return <Page title="Add information">{null}</Page>;
}
