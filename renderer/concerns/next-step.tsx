import { Link } from '@tanstack/react-router';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import { isUndecided } from '../../shared/policy/concern-stage.ts';
import { type SignedIn, useSignedIn } from '../signed-in.tsx';
import { lowerFirst } from '../ui/lower-first.ts';
import { dueWords, longDate } from '../words/dates.ts';
import { outcomeWords } from './closing/words.ts';
import { isClosed, silenceOf, silenceWords } from './concern-status.ts';

interface Step {
  readonly words: string;
  readonly late?: boolean;
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

function undecidedStep({ owner, mayDecide }: ConcernLine, nameOf: SignedIn['nameOf']): Step {
  if (owner !== null) return { words: `Decision by ${nameOf(owner)}` };
  return { words: mayDecide ? 'Acknowledge it' : 'Told, not acknowledged yet' };
}

const outsideSteps = {
  triaged: 'Record the referral outside',
  'referred-awaiting': 'Answer to the referral outside',
  'referred-not-accepted': 'Decide what follows: it was not accepted',
} as const;

/** What has to happen next, as far as the log knows: what is late first. */
function stepOf(line: ConcernLine, nameOf: SignedIn['nameOf']): Step {
  const { stage, reviewOn, openActions } = line;
  if (isUndecided(stage)) return undecidedStep(line, nameOf);
  const review = reviewOn === null ? null : dueWords(reviewOn);
  if (review?.late) return { words: `Review ${lowerFirst(review.words)}`, late: true };
  if (stage in outsideSteps && line.decision === 'refer-outside')
    return { words: outsideSteps[stage as keyof typeof outsideSteps] }; // `as`: the line looks.
  if (review !== null) return { words: `Review ${lowerFirst(review.words)}` };
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
  const { words, late = false } = stepOf(line, nameOf);
  return <span className={late ? 'due--late' : undefined}>{words}</span>;
}
