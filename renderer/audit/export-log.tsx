import { Page } from '../ui/page.tsx';

export function ExportLog() {
  return <Page title="Export">{null}</Page>;
}
