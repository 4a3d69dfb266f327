import { Link } from '@tanstack/react-router';
import type { ReferralLine } from '../../shared/contract/referrals.ts';
import { waitsForReply } from '../../shared/domain/referral-answers.ts';
import { useShownName } from '../initials.ts';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkRow } from '../ui/work-list.tsx';
import { dueWords, longDate } from '../words/dates.ts';
import { urgencyShort } from './course-words.ts';
import { ReferralTag } from './referral-tag.tsx';
import { purposeWords } from './words.ts';

function replyWords(line: ReferralLine): string | null {
  const { late, next, unseenTooLong } = line;
  if (unseenTooLong) return 'For today, and nobody has seen it';
  if (next === 'tell-person') return 'The person has not been told';
  if (!waitsForReply(line)) return null;
  return late ? `Reply ${dueWords(line.replyBy).words}` : `Reply by ${longDate(line.replyBy)}`;
}

interface Props {
  readonly line: ReferralLine;
  /** Whether it says about whom it is: not on a page that is about them. */
  readonly named?: boolean;
}

/** The one thing to write down next. */
function StepLink({ line }: { readonly line: ReferralLine }) {
  const { referral, reference, next } = line;
  if (waitsForReply(line)) {
    return (
      <Link to="/referrals/$referral/answer" params={{ referral }} className={buttonClass({ small: true })}>
        Record the answer
        <VisuallyHidden> to {reference}</VisuallyHidden>
      </Link>
    );
  }
  if (next !== 'tell-person') return null;
  return (
    <Link
      to="/referrals/$referral"
      params={{ referral }}
      search={{ begin: 'told' }}
      className={buttonClass({ small: true })}
    >
      Record that you told them
      <VisuallyHidden> about {reference}</VisuallyHidden>
    </Link>
  );
}

/** One referral in a list: to whom, how far it is, and the way to write down what came next. */
export function ReferralRow({ line, named = true }: Props) {
  const { nameAndRole } = useSignedIn();
  const shown = useShownName();
  const { referral, reference, name, to, purpose, urgency, urgencyName, sentOn, from, answer, late } = line;
  const sent = `${reference}, ${urgencyShort(urgency, urgencyName)}, sent ${longDate(sentOn)} by ${nameAndRole(from)}`;
  return (
    <WorkRow
      title={
        <>
          <Link to="/referrals/$referral" params={{ referral }}>
            {purposeWords[purpose]}: {to}
          </Link>{' '}
          <ReferralTag answer={answer} replyWanted={line.replyBy !== null} seen={line.seen} />
        </>
      }
      meta={named ? `${shown(name)}, ${sent}` : sent}
      late={late || line.unseenTooLong}
      due={replyWords(line)}
      action={<StepLink line={line} />}
    />
  );
}
