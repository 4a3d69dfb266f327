import { Page } from '../ui/page.tsx';

export function Saved() {
  return <Page title="Saved">{null}</Page>;
}
