import { useState } from 'react';
import type { OutputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { Button } from '../ui/button.tsx';
import { Focused } from '../ui/focused.tsx';
import { Banner } from '../ui/notices.tsx';
import { Problem } from '../ui/problem.tsx';
import { readOnlyTitle } from './read-only-words.ts';
import type { Found } from './troubles.ts';

type Saved = OutputOf<Contract['audit']['exportEvidence']>;

/** One button, one dialog, one file. The reason is known: it is why the page stands here. */
export function SaveEvidence({ found }: { readonly found: Found }) {
  const saving = useSaving();
  const [saved, setSaved] = useState<Saved | null>(null);
  const save = async (): Promise<void> => {
    setSaved(null);
    const folder = await window.practiceLog.window.chooseFolder();
    if (folder === null) return;
    const why = `${readOnlyTitle} (${found.why}, entry ${found.at}).`;
    const done = await saving.save(() => log.audit.exportEvidence({ why, folder }));
    if (done !== undefined) setSaved(done);
  };
  return (
    <>
      {saving.problem !== null && <Problem sentence={saving.problem} />}
      {saved !== null && (
        <Focused>
          <Banner kind="success" heading="Evidence saved">
            <p>
              <span className="mono">{saved.file}</span>
            </p>
            <p>
              It holds every one of {saved.lines.toLocaleString('en-GB')} entries as they lie in the file, sealed, and
              what this computer saw before. Give it to your data protection lead. It has been sent to nobody.
            </p>
          </Banner>
        </Focused>
      )}
      <Button kind="primary" aria-disabled={saving.busy || undefined} onClick={() => void save()}>
        {saving.busy ? 'Saving the evidence' : 'Save the evidence'}
      </Button>
    </>
  );
}
