import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PrintMark } from '../../shared/contract/audit.ts';
import type { InputOf } from '../../shared/contract/call.ts';
import { sentenceFor } from '../../shared/contract/failures.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { PdfOutcome } from '../../shared/contract/window.ts';
import { dayInEngland } from '../../shared/domain/calendar.ts';
import type { PersonId, ThreadId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { looks } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Banner } from '../ui/notices.tsx';
import { clockTime, longDate } from '../words/dates.ts';
import { type Copied, isCopy, type PrintFor, PrintForDialog, readerWords } from './print-for.tsx';

interface Options {
  /** The record that is printed; null for a list or a page. */
  readonly record: ThreadId | null;
  /** Whom a page is about that is not one record. */
  readonly about?: PersonId;
  /** Whom a print is about: it is then asked who the print is for, beside how to contact them safely. */
  readonly person?: { readonly id: PersonId; readonly copies: readonly Copied[] };
  /** What the file is called, before its day: `concern C-7F3K2Q`. A kind and a reference, never a name. */
  readonly name: string;
}

interface Printing {
  /** Stands before everything else on the page, and shows on the print only. */
  readonly firstLines: ReactNode;
  readonly button: ReactNode;
  /** Where it stands after a print; goes into the page, over its content. */
  readonly outcome: ReactNode;
}

interface LinesProps {
  readonly mark: PrintMark;
  readonly whom: PrintFor | null;
}

function FirstLines({ mark, whom }: LinesProps) {
  const { me, register } = useSignedIn();
  return (
    <div className="print-only">
      <p>
        <strong>Confidential: safeguarding information.</strong> Printed by {me.name}, {longDate(mark.at)},{' '}
        {clockTime(mark.at)}, from the {register.name} log. This print is in the audit log, entry {mark.size - 1}, root{' '}
        <span className="mono">{mark.root}</span>. Keep it locked away or shred it.
      </p>
      {whom === null ? null : <p>{readerWords[whom.reader]}</p>}
      <p>{register.demo ? 'Demonstration: everybody here is invented. ' : ''}Not for live use with patients.</p>
    </div>
  );
}

const outcomes: Readonly<Record<PdfOutcome, string>> = {
  saved: 'Saved as PDF. Keep it locked away or shred it.',
  'no-place-chosen': 'Not saved. The attempt stands in the audit log.',
  'no-space': 'Not saved: the disk is full. Free some space or choose another place, then print again.',
  'not-writable':
    'Not saved: nothing can be written there. Close the file if it is open in another program, or choose another place, then print again.',
  failed: 'Not saved: the page could not be printed. Your records are not affected. Try again.',
};

/** Paper cannot be unfolded. @returns how to fold again what was folded */
function unfold(): () => void {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
  for (const details of folded) details.open = true;
  return () => {
    for (const details of folded) details.open = false;
  };
}

/** What is recorded about other people leaves the page. @returns how to show it again */
function leaveOthersOut(whom: PrintFor | null): () => void {
  if (whom === null || !isCopy(whom.reader)) return () => {};
  const classes = ['copy-for-others', `copy-for-${whom.reader}`];
  document.body.classList.add(...classes);
  return () => document.body.classList.remove(...classes);
}

async function savePdf(name: string, { at }: PrintMark): Promise<string> {
  const foldAgain = unfold();
  try {
    return outcomes[await window.practiceLog.window.savePdf(`${name} ${dayInEngland(new Date(at))}.pdf`)];
  } catch {
    return outcomes.failed;
  } finally {
    foldAgain();
  }
}

/** Ctrl P, Cmd P on a Mac, and the same from the menu. */
export function usePrintKeys(print: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const plain = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!plain || event.key.toLowerCase() !== 'p') return;
      event.preventDefault();
      if (!event.repeat) print();
    };
    addEventListener('keydown', pressed);
    addEventListener('print-record', print);
    return () => {
      removeEventListener('keydown', pressed);
      removeEventListener('print-record', print);
    };
  }, [print]);
}

type Noted = InputOf<Contract['audit']['notePrint']>;

/** Prints once at a time. The lines of the print have to be on the page before it is printed. */
function usePrinting({ record, about, name }: Pick<Options, 'record' | 'about' | 'name'>) {
  const [print, setPrint] = useState<LinesProps | null>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const start = useCallback(
    async (whom: PrintFor | null): Promise<void> => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setOutcome(null);
      const forNamed = whom?.named === undefined ? {} : { forNamed: whom.named };
      const asked: Noted = { record, ...(about !== undefined && { about }), ...forNamed };
      const noted = await log.audit.notePrint(asked);
      if (noted.ok) {
        flushSync(() => setPrint({ mark: noted.value, whom }));
        const showAgain = leaveOthersOut(whom);
        setOutcome(await savePdf(name, noted.value));
        showAgain();
        void looks.invalidateQueries();
      } else {
        setOutcome(sentenceFor(noted.failure));
      }
      setPrint(null);
      setBusy(false);
      running.current = false;
    },
    [record, about, name],
  );
  return { print, outcome, busy, start };
}

/** "Print or save PDF": what is on the page goes to a place that the person chooses, and the audit log knows of it first. */
export function usePrintRecord({ record, about, person, name }: Options): Printing {
  const { print, outcome, busy, start } = usePrinting({ record, ...(about !== undefined && { about }), name });
  const [asking, setAsking] = useState(false);
  const asks = person !== undefined;
  const begin = useCallback((): void => {
    // What stands in a dialog is half done, and a page under a dialog is not what somebody wants on paper.
    if (busy || document.querySelector('dialog[open]') !== null) return;
    if (asks) setAsking(true);
    else void start(null);
  }, [asks, busy, start]);
  usePrintKeys(begin);
  const go = (whom: PrintFor): void => {
    flushSync(() => setAsking(false));
    void start(whom);
  };
  return {
    firstLines: print === null ? null : <FirstLines {...print} />,
    button: (
      <Button kind="secondary" onClick={begin} aria-disabled={busy || undefined} aria-keyshortcuts="Control+P">
        {busy ? 'Saving as PDF' : 'Print or save PDF'}
      </Button>
    ),
    outcome: (
      <>
        <div role="status" className="no-print">
          {outcome === null ? null : <Banner title="Print or save PDF" heading={outcome} />}
        </div>
        {asking && person !== undefined ? (
          <PrintForDialog person={person.id} copies={person.copies} onClose={() => setAsking(false)} onPrint={go} />
        ) : null}
      </>
    ),
  };
}
