import { Page } from '../ui/page.tsx';

export function PersonDetailsPage() {
  return <Page title="Details and safe contact">{null}</Page>;
}
