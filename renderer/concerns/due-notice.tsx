import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { isLate } from '../../shared/domain/concern-deadlines.ts';
import { useNumbers } from '../register/danger-now.tsx';
import { OutOfHours, useIsClosed } from '../register/out-of-hours.tsx';
import { Flag, UrgentPanel } from '../ui/notices.tsx';
import { useNow } from '../use-now.ts';
import { stepDueWords } from './due-words.ts';

/**
 * What is due next, and until when. While the practice is closed and no decision stands, whom to phone instead; where it
 * was asked for now, numbers first.
 */
export function DueNotice({ page }: { readonly page: ConcernPage }) {
  const now = useNow();
  const closed = useIsClosed();
  const numbers = useNumbers();
  const { due, state } = page;
  if (due === null) return null;
  const { words, late } = stepDueWords(due, now);
  const undecided = due.step === 'acknowledge' || due.step === 'decide';
  const wantedNow = undecided && state.facts.howSoon === 'now' && state.raised.dangerNow !== 'yes';
  return (
    <>
      {wantedNow ? (
        <UrgentPanel title="This cannot wait" contacts={numbers}>
          <p>Whoever raised it needs somebody now. Phone: do not wait for an answer in the log.</p>
        </UrgentPanel>
      ) : null}
      {undecided && closed ? <OutOfHours /> : null}
      {undecided && closed && !isLate(due, now) ? null : (
        <Flag>
          <p>
            <strong className={late ? 'due--late' : undefined}>{words}.</strong>
          </p>
        </Flag>
      )}
    </>
  );
}
