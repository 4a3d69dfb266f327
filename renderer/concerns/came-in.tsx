import { Link } from '@tanstack/react-router';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import type { StaffLine } from '../../shared/contract/register.ts';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Flag } from '../ui/notices.tsx';
import { Tag } from '../ui/tag.tsx';
import { dateAndTime, whenWords } from '../words/dates.ts';
import { confirmedWords, lateEntryWords, recordedForWords } from './came-in-words.ts';

/** Of whatever was typed in later than it was written. */
export function LateTag({ writtenOn }: { readonly writtenOn: string | null | undefined }) {
  return writtenOn === null || writtenOn === undefined ? null : <Tag colour="white">Late entry</Tag>;
}

/** Why somebody has not confirmed it, by what they are here. */
function whyNot(told: StaffLine | undefined): string {
  if (told === undefined) return 'They do not use this log. Read it to them, and add what they say.';
  return told.active
    ? 'They are asked when they next unlock the log. Until then, these are the words of whoever wrote it.'
    : 'They no longer work here. These are the words of whoever wrote it.';
}

/** Whether what somebody else wrote down is what they told, as far as anybody knows. */
function Confirmed({ page }: { readonly page: ConcernPage }) {
  const { register } = useSignedIn();
  const { concern, state } = page;
  const { recordedFor } = state.raised;
  if (recordedFor === undefined) return null;
  if (state.confirmed !== null) {
    const { agrees, note, at } = state.confirmed;
    return (
      <>
        <p>
          {confirmedWords[agrees]} {recordedFor.name}, {whenWords(at)}.
        </p>
        {note === undefined ? null : <p className="prewrap">{note}</p>}
      </>
    );
  }
  if (recordedFor.staff === register.me)
    return (
      <p className="no-print">
        <Link to="/concerns/$concern/confirm" params={{ concern }} className={buttonClass({ small: true })}>
          Say if it is right
        </Link>
      </p>
    );
  return (
    <p>
      <strong>{recordedFor.name} has not confirmed it yet.</strong>{' '}
      {whyNot(
        recordedFor.staff === undefined ? undefined : register.staff.find(({ staff }) => staff === recordedFor.staff),
      )}
    </p>
  );
}

/** How the concern came in, over everything that it says: for somebody else, or later than it was written. */
export function CameIn({ page }: { readonly page: ConcernPage }) {
  const { nameOf } = useSignedIn();
  const { raised, raisedAt, raisedBy } = page.state;
  const { recordedFor, lateEntry } = raised;
  return (
    <>
      {lateEntry === undefined ? null : (
        <Flag>
          <p>
            <strong>{lateEntryWords(lateEntry, raisedAt)}</strong>
          </p>
          <p className="prewrap">Why it was typed in later: {lateEntry.why}</p>
        </Flag>
      )}
      {recordedFor === undefined ? null : (
        <Card title="Recorded for somebody else">
          <p>
            {nameOf(raisedBy)} wrote this down for {recordedForWords(recordedFor)}, on {dateAndTime(raisedAt)}.
          </p>
          <Confirmed page={page} />
        </Card>
      )}
    </>
  );
}
