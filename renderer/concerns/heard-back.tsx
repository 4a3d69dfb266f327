import type { RaiserAnswer } from '../../shared/contract/concern-due.ts';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { isTheirs } from '../../shared/policy/concern-recorded.ts';
import { useIsClosed } from '../register/out-of-hours.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { useNow } from '../use-now.ts';
import { dateAndTime } from '../words/dates.ts';
import { answerTitle, heardBackLine, noAnswerWords } from './heard-back-words.ts';
import { PhoneScript } from './phone-script-details.tsx';
import { useNames } from './who-reads.tsx';

function Answer({ answer }: { readonly answer: RaiserAnswer }) {
  const { nameOf } = useSignedIn();
  const now = useNow();
  return (
    <li>
      <strong>{answerTitle(answer, now)}</strong>
      {answer.words === null ? null : <p className="prewrap">{answer.words}</p>}
      <p className="small muted">
        From {nameOf(answer.by)}, {dateAndTime(answer.at)}
      </p>
    </li>
  );
}

/** How long nobody has answered, and whom to phone. */
function NoAnswer({ page, words }: { readonly page: ConcernPage; readonly words: string }) {
  const names = useNames();
  const { deciders } = page;
  return (
    <p>
      <strong className="due--late">{words}</strong>{' '}
      {deciders.length === 0 ? 'Phone somebody who can act.' : `Phone ${names(deciders)}.`}
    </p>
  );
}

/** What came of it, for whoever raised it, or for whoever hears back in their place: every answer as its own entry. */
export function WhatYouHeard({ page }: { readonly page: ConcernPage }) {
  const { register, nameOf } = useSignedIn();
  const now = useNow();
  const closed = useIsClosed();
  const { state, heardBack, hearsBack, due, practiceRun } = page;
  if (practiceRun || (!isTheirs(state, register.me) && !hearsBack.includes(register.me))) return null;
  const heard = { heardBack, due, raisedAt: state.raisedAt, acknowledgedAt: state.acknowledgedAt };
  const silence = noAnswerWords(heard, now);
  const { answers } = heardBack;
  const waits = answers.length === 0 || answers.at(-1)?.kind === 'reopened';
  const line = waits ? heardBackLine(heard, { nameOf, now, closed }) : null;
  return (
    <Card title="What you have heard back">
      {line === null ? null : <p className={line.late ? 'due--late' : undefined}>{line.words}.</p>}
      {silence === null ? null : <NoAnswer page={page} words={silence} />}
      {answers.length === 0 ? null : (
        <ul className="nhsuk-list">
          {answers.map((answer) => (
            <Answer key={`${answer.kind} ${answer.at}`} answer={answer} />
          ))}
        </ul>
      )}
      {waits ? <PhoneScript page={page} /> : null}
    </Card>
  );
}
