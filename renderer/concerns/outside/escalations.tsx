import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { ladderInside } from '../../../shared/domain/escalation-steps.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../../ui/work-list.tsx';
import { dateAndTime, dueWords, longDate } from '../../words/dates.ts';
import { EscalationAnswerDialog } from './escalation-answer-dialog.tsx';
import { aboutWords, type Escalation, placeWords, stepWords } from './words.ts';

interface RowProps {
  readonly escalation: Escalation;
  readonly page: ConcernPage;
  readonly onAnswer: (escalation: Escalation) => void;
}

function Row({ escalation, page, onAnswer }: RowProps) {
  const { nameOf } = useSignedIn();
  const { to, disagreement, referral, answer, answerDue, by, at } = escalation;
  const against = page.state.course.outside.find(({ event }) => event === referral);
  const due = answer === null && answerDue !== null ? dueWords(answerDue) : null;
  return (
    <WorkRow
      title={`${stepWords(escalation)}, to ${to}`}
      meta={
        <>
          {against === undefined ? null : <>Against the answer of: {placeWords(against)}. </>}
          <span className="prewrap">{disagreement}</span>
          <br />
          Escalated by {nameOf(by)}, {dateAndTime(at)}
          {answer === null ? null : (
            <>
              <br />
              <strong>{answer.settled ? 'Settled.' : 'Answered, not settled.'}</strong> {answer.from},{' '}
              {longDate(answer.on)}: <span className="prewrap">{answer.said}</span>
            </>
          )}
        </>
      }
      due={answer === null ? (due?.words ?? 'No day set') : undefined}
      late={due?.late ?? false}
      action={
        answer === null ? (
          <Button small onClick={() => onAnswer(escalation)}>
            Record their answer<VisuallyHidden>: {stepWords(escalation)}</VisuallyHidden>
          </Button>
        ) : null
      }
    />
  );
}

/** The step after the last one, while that was answered and settled nothing. */
function useNext(steps: readonly Escalation[]) {
  const { register } = useSignedIn();
  const last = steps.at(-1);
  if (last === undefined || last.answer === null || last.answer.settled) return null;
  const ladder = last.about === 'inside' ? ladderInside : register.settings.escalationSteps;
  const next = ladder[last.step];
  return next === undefined ? null : { step: last.step + 1, stepName: next.name, last };
}

/** One ladder: its steps in the order in which they were taken, each with what was answered. */
function Ladder({ about, page }: { readonly about: Escalation['about']; readonly page: ConcernPage }) {
  const [answering, setAnswering] = useState<Escalation | null>(null);
  const steps = page.state.course.escalations.filter((one) => one.about === about);
  const next = useNext(steps);
  const { concern } = page;
  if (steps.length === 0) return null;
  return (
    <Card title={`Escalation: ${aboutWords[about].toLowerCase()}`} flush>
      <WorkList label={`Steps, about ${aboutWords[about].toLowerCase()}`}>
        {steps.map((escalation) => (
          <Row key={escalation.event} escalation={escalation} page={page} onAnswer={setAnswering} />
        ))}
        {next === null ? null : (
          <WorkRow
            title={`Next is ${stepWords(next)}`}
            meta="It is not settled. You do not need anybody’s leave to go on."
            action={
              <Link
                to="/concerns/$concern/escalate"
                params={{ concern }}
                search={{
                  ...(next.last.referral !== undefined && { referral: next.last.referral }),
                  ...(about === 'inside' && { about }),
                  step: String(next.step),
                }}
                className={buttonClass({ small: true, kind: 'primary' })}
              >
                Escalate to step {next.step}
              </Link>
            }
          />
        )}
      </WorkList>
      {answering === null ? null : (
        <EscalationAnswerDialog concern={concern} escalation={answering} onClose={() => setAnswering(null)} />
      )}
    </Card>
  );
}

export function Escalations({ page }: { readonly page: ConcernPage }) {
  return (
    <>
      <Ladder about="outside" page={page} />
      <Ladder about="inside" page={page} />
    </>
  );
}
