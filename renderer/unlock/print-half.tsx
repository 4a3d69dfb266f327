import { useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { PdfOutcome } from '../../shared/contract/window.ts';
import { dayInEngland } from '../../shared/domain/calendar.ts';
import { Button } from '../ui/button.tsx';
import { longDate } from '../words/dates.ts';
import { RecoveryCode } from './recovery-code.tsx';
import {
  type HalfIndex,
  halfLost,
  halfNames,
  halfOwners,
  howItIsUsed,
  whatBothRead,
  whatOneReads,
  whereToKeep,
} from './recovery-words.ts';

interface SheetProps {
  readonly half: HalfIndex;
  readonly code: string;
  /** What the log is called; null when it is not known while it is locked. */
  readonly logName: string | null;
  readonly madeOn: string;
}

/** One sheet for one half. Names nobody: a role keeps it. */
function Sheet({ half, code, logName, madeOn }: SheetProps) {
  return (
    <section className="print-only half-sheet">
      <h1>Practice log: recovery key</h1>
      <p>
        <strong>
          {halfNames[half]} of two, for {halfOwners[half]}.
        </strong>{' '}
        {logName === null ? '' : `Log of ${logName}. `}Made on {longDate(madeOn)}.
      </p>
      <RecoveryCode code={code} />
      <h2>What it opens</h2>
      <p>{whatOneReads}</p>
      <p>{whatBothRead}</p>
      <h2>Where to keep it</h2>
      <p>{whereToKeep}</p>
      <p>{halfLost}</p>
      <h2>When it is used</h2>
      <p>{howItIsUsed}</p>
      <p>
        The newest key counts: a sheet of an older day opens only backups of before. Using it or trying it is written in
        the audit log.
      </p>
    </section>
  );
}

const outcomes: Readonly<Record<PdfOutcome, string>> = {
  saved: 'Saved as PDF. Print it, then delete the file for good: whoever finds it has this half.',
  'no-place-chosen': 'Not saved.',
  'no-space': 'Not saved: the disk is full. Free some space or choose another place, then try again.',
  'not-writable': 'Not saved: nothing can be written there. Choose another place, then try again.',
  failed: 'Not saved: the page could not be printed. Write this half down by hand, or try again.',
};

const fileNames = ['first half of a recovery key', 'second half of a recovery key'] as const;

/** Writes the sheet of one half as a PDF to a place that the person chooses. */
export function PrintHalf({ half, code, logName }: Omit<SheetProps, 'madeOn'>) {
  const [printing, setPrinting] = useState(false);
  const [outcome, setOutcome] = useState<PdfOutcome | null>(null);
  const [today] = useState(() => dayInEngland(new Date()));
  const print = async (): Promise<void> => {
    if (printing) return;
    setOutcome(null);
    // The sheet has to be on the page before it is printed.
    flushSync(() => setPrinting(true));
    try {
      setOutcome(await window.practiceLog.window.savePdf(`${fileNames[half]} ${today}.pdf`));
    } catch {
      setOutcome('failed');
    } finally {
      setPrinting(false);
    }
  };
  return (
    <>
      {printing && createPortal(<Sheet half={half} code={code} logName={logName} madeOn={today} />, document.body)}
      <Button onClick={() => void print()} aria-disabled={printing || undefined}>
        {printing ? 'Saving as PDF' : 'Print or save PDF'}
      </Button>
      <p role="status" className="print-half__outcome">
        {outcome !== null && outcomes[outcome]}
      </p>
    </>
  );
}
