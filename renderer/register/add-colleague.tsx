import { Page } from '../ui/page.tsx';

export function AddColleague() {
  return <Page title="Add a colleague">{null}</Page>;
}
