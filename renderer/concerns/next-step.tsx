import { Link } from '@tanstack/react-router';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import { isUndecided } from '../../shared/policy/concern-stage.ts';
import { type SignedIn, useSignedIn } from '../signed-in.tsx';
import { longDate } from '../words/dates.ts';
import { outcomeWords } from './closing/words.ts';
import { isClosed, silenceOf, silenceWords } from './concern-status.ts';
import { stepDueWords } from './due-words.ts';

interface Step {
  readonly words: string;
  readonly late?: boolean;
  /** In whose hands it is, under the step. */
  readonly who?: string;
}

/** How it ended, and when. */
function Ended({ line: { stage, closing, decidedAt } }: { readonly line: ConcernLine }) {
  if (stage === 'entered-in-error') return 'Entered in error';
  if (stage === 'duplicate') return 'Work goes on in the other concern';
  const at = closing?.at ?? decidedAt;
  return (
    <>
      {closing === null ? 'No further action' : outcomeWords[closing.outcome]}
      <br />
      <span className="small muted">{at === null ? '' : `Closed ${longDate(at)}`}</span>
    </>
  );
}

function whoIsNext({ owner, mayDecide }: ConcernLine, nameOf: SignedIn['nameOf']): string {
  if (owner !== null) return `With ${nameOf(owner)}`;
  return mayDecide ? 'Acknowledge it' : 'Told, not acknowledged yet';
}

const outsideSteps = {
  triaged: 'Record the referral outside',
  'referred-awaiting': 'Answer to the referral outside',
  'referred-not-accepted': 'Decide what follows: it was not accepted',
} as const;

/** What has to happen next, as far as the log knows: what is late first. */
function stepOf(line: ConcernLine, nameOf: SignedIn['nameOf']): Step {
  const { stage, openActions } = line;
  const due = line.due === null ? null : stepDueWords(line.due);
  if (isUndecided(stage)) {
    const who = whoIsNext(line, nameOf);
    return due === null ? { words: who } : { ...due, who };
  }
  if (due?.late) return due;
  if (stage in outsideSteps && line.decision === 'refer-outside')
    return { words: outsideSteps[stage as keyof typeof outsideSteps] }; // `as`: the line looks.
  if (due !== null) return due;
  if (openActions > 0) return { words: openActions === 1 ? '1 action to do' : `${openActions} actions to do` };
  return { words: line.mayDecide ? 'Close it, or set a review' : 'No review set' };
}

/** What has to happen next with a concern, in a list. */
export function NextStep({ line }: { readonly line: ConcernLine }) {
  const { nameOf } = useSignedIn();
  const silence = silenceOf(line);
  if (silence !== null) {
    const words = <span className="due--late">{silenceWords[silence]}</span>;
    return line.mine ? (
      <Link to="/concerns/$concern/tell" params={{ concern: line.concern }}>
        {words}
      </Link>
    ) : (
      words
    );
  }
  if (isClosed(line)) return <Ended line={line} />;
  const { words, late = false, who } = stepOf(line, nameOf);
  return (
    <>
      <span className={late ? 'due--late' : undefined}>{words}</span>
      {who === undefined ? null : (
        <>
          <br />
          <span className="small muted">{who}</span>
        </>
      )}
    </>
  );
}
