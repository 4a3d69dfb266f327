import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Keeps a folder for what many tests begin with, as long as the run lasts. */
// oxlint-disable-next-line import/no-default-export -- Vitest takes the default export of its global set-up
export default function keepTemplates(): () => void {
  const kept = mkdtempSync(join(tmpdir(), 'practice-log-templates-'));
  process.env['TEST_TEMPLATES'] = kept;
  return () => rmSync(kept, { recursive: true, force: true });
}
