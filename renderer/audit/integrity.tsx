import { Link } from '@tanstack/react-router';
import { isToday, parseISO } from 'date-fns';
import { type ReactNode, useRef } from 'react';
import type { AuditPage } from '../../shared/contract/audit.ts';
import { LogFailure } from '../api.ts';
import { LongWork } from '../long-work.tsx';
import { Look, useLook } from '../look.tsx';
import { Button } from '../ui/button.tsx';
import { Details } from '../ui/details.tsx';
import { StatePanel } from '../ui/state-panel.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { longDate, whenWords } from '../words/dates.ts';
import { readOnlyTitle, whatWasFound } from './read-only-words.ts';
import { type Troubles, troubleTitle, troubleWords, whatIsSafe, whatToDo } from './trouble-words.ts';
import { useReadOnly, useTroubles } from './troubles.ts';
import { useWholeCheck } from './whole-check.ts';

const count = (n: number): string => n.toLocaleString('en-GB');

function Seal({ root }: { readonly root: string }) {
  return (
    <Details summary="Show the seal of the whole log">
      <p className="mono">{root}</p>
      <p>
        It is made from every entry that was checked, in their order. Write it down or send it to somebody outside: a
        log that was changed later cannot have the same one.
      </p>
    </Details>
  );
}

function BadPanel({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) {
  const failure = error instanceof LogFailure ? error.failure : null;
  const damaged = failure?.kind === 'store';
  const entry = damaged ? failure.entry : undefined;
  const title = entry === undefined ? 'Problem found' : `Problem found: entry ${count(entry)} does not hold`;
  const again = (
    <Button small onClick={onAgain}>
      Check again
    </Button>
  );
  if (!damaged) {
    return (
      <StatePanel
        label="State of the log"
        tone="waiting"
        title="The log could not be checked"
        words={error.message}
        action={again}
      >
        <p>This says nothing about the log itself.</p>
      </StatePanel>
    );
  }
  return (
    <StatePanel label="State of the log" tone="bad" title={title} words={error.message} action={again}>
      {entry !== undefined && entry > 0 && <p>Entries 0 to {count(entry - 1)} hold.</p>}
      <Details summary="What to do" open>
        <ul>
          <li>Write nothing more in this log. Use paper until it is clear what happened.</li>
          <li>Delete nothing, and do not let anybody clean up the computer. The file itself is evidence.</li>
          <li>Tell your data protection lead today.</li>
          <li>Keep the newest backup apart. The log is put back from it by whoever looks after your computers.</li>
        </ul>
      </Details>
    </StatePanel>
  );
}

/** The chain holds, but what stands on it could not all be read or may not count. */
function TroubledPanel({ troubles, action }: { readonly troubles: Troubles; readonly action: ReactNode }) {
  const words = `${troubleWords(troubles).join(' ')} ${whatIsSafe}`;
  return (
    <StatePanel
      label="State of the log"
      tone="bad"
      title={`Problem found: ${troubleTitle(troubles)}`}
      words={words}
      action={action}
    >
      <Details summary="What to do" open>
        <ul>
          {whatToDo.map((one) => (
            <li key={one}>{one}</li>
          ))}
          <li>Keep the newest backup apart. The log is put back from it by whoever looks after your computers.</li>
        </ul>
      </Details>
    </StatePanel>
  );
}

function since(checked: number, now: number): string {
  if (now <= checked) return '';
  return now - checked === 1 ? ' 1 entry was added since.' : ` ${count(now - checked)} entries were added since.`;
}

function everyEntry(entries: number): string {
  return entries === 1 ? 'The only entry was' : `All ${count(entries)} entries`;
}

function GoodPanel({ page, action }: { readonly page: AuditPage; readonly action: ReactNode }) {
  const { checked, atUnlock, total } = page;
  if (checked !== null) {
    return (
      <StatePanel
        label="State of the log"
        tone="good"
        title="Log is intact"
        words={`${everyEntry(checked.entries)} checked ${whenWords(checked.at)}: every line, every signature and all sealed content. Nothing has been changed, removed or reordered.${since(checked.entries, total)}`}
        action={action}
      >
        <Seal root={checked.root} />
      </StatePanel>
    );
  }
  const { at, entries, root, signaturesFrom } = atUnlock;
  const newer =
    signaturesFrom === 0
      ? 'Every signature was checked.'
      : signaturesFrom < entries
        ? `Signatures were checked from entry ${count(signaturesFrom)} on. Your own signature of an earlier day vouches for those before.`
        : 'Your own signature of an earlier day vouches for the signatures on them.';
  const words = `Unlocking checked all ${count(entries)} entries ${whenWords(at)}: each stands in its place and follows the one before. ${newer} Sealed content was not read again.${since(entries, total)}`;
  return isToday(parseISO(at)) ? (
    <StatePanel label="State of the log" tone="good" title="Log is intact" words={words} action={action}>
      <Seal root={root} />
    </StatePanel>
  ) : (
    <StatePanel
      label="State of the log"
      tone="waiting"
      title={`Not checked since ${longDate(at)}`}
      words={words}
      action={action}
    >
      <Seal root={root} />
    </StatePanel>
  );
}

function State({ check, onStart }: { readonly check: ReturnType<typeof useWholeCheck>; readonly onStart: () => void }) {
  const page = useLook('audit', 'page', { from: null, to: null, limit: 1 });
  const troubles = useTroubles();
  const readOnly = useReadOnly();
  const now = (
    <Button small onClick={onStart}>
      Check the whole log now
    </Button>
  );
  if (check.isFetching) {
    return (
      <StatePanel
        label="State of the log"
        tone="waiting"
        title="Checking entries"
        words="You can go to another page meanwhile. Other things may take longer until it is done."
      >
        <LongWork label="Checking entries" />
      </StatePanel>
    );
  }
  if (check.error !== null) return <BadPanel error={check.error} onAgain={onStart} />;
  // A check from the start finds no fault in a log that merely ends too early.
  if (readOnly !== null) {
    return (
      <StatePanel label="State of the log" tone="bad" title={readOnlyTitle} words={whatWasFound(readOnly)}>
        <p>
          <Link to="/read-only">See what to do, and save the evidence</Link>
        </p>
      </StatePanel>
    );
  }
  if (troubles !== null) return <TroubledPanel troubles={troubles} action={now} />;
  return (
    <Look at={page} what="the state of the log">
      {(shown) => <GoodPanel page={shown} action={now} />}
    </Look>
  );
}

function spoken({ isFetching, error, isSuccess }: ReturnType<typeof useWholeCheck>, isTroubled: boolean): string {
  if (isFetching) return 'Checking entries';
  if (error !== null || (isSuccess && isTroubled)) return 'Problem found';
  return isSuccess ? 'The whole log was checked. Log is intact' : '';
}

/** What was checked of the log and when, and a button that checks all of it now. */
export function Integrity() {
  const check = useWholeCheck();
  const isTroubled = useTroubles() !== null;
  const panel = useRef<HTMLDivElement>(null);
  // The button goes away while the check runs; whoever pressed it stays where it was.
  const start = (): void => {
    panel.current?.focus();
    void check.refetch();
  };
  return (
    <div ref={panel} tabIndex={-1}>
      <div role="status">
        <VisuallyHidden>{spoken(check, isTroubled)}</VisuallyHidden>
      </div>
      <State check={check} onStart={start} />
    </div>
  );
}
