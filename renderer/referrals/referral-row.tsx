import { Link } from '@tanstack/react-router';
import type { ReferralLine } from '../../shared/contract/referrals.ts';
import { waitsForReply } from '../../shared/domain/referral-answers.ts';
import { useShownName } from '../initials.ts';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkRow } from '../ui/work-list.tsx';
import { dueWords, longDate } from '../words/dates.ts';
import { ReferralTag } from './referral-tag.tsx';
import { purposeWords, urgencyInShort } from './words.ts';

function replyWords(line: ReferralLine): string | null {
  if (!waitsForReply(line)) return null;
  const { replyBy, late } = line;
  return late ? `Reply ${dueWords(replyBy).words}` : `Reply by ${longDate(replyBy)}`;
}

interface Props {
  readonly line: ReferralLine;
  /** Whether it says about whom it is: not on a page that is about them. */
  readonly named?: boolean;
}

/** One referral in a list: to whom, how far it is, and the way to write down what they answered. */
export function ReferralRow({ line, named = true }: Props) {
  const { nameAndRole } = useSignedIn();
  const shown = useShownName();
  const { referral, reference, name, to, purpose, urgency, sentOn, from, answer, late } = line;
  const sent = `${reference}, ${urgencyInShort[urgency]}, sent ${longDate(sentOn)} by ${nameAndRole(from)}`;
  return (
    <WorkRow
      title={
        <>
          <Link to="/referrals/$referral" params={{ referral }}>
            {purposeWords[purpose]}: {to}
          </Link>{' '}
          <ReferralTag answer={answer} replyWanted={line.replyBy !== null} />
        </>
      }
      meta={named ? `${shown(name)}, ${sent}` : sent}
      late={late}
      due={replyWords(line)}
      action={
        waitsForReply(line) ? (
          <Link to="/referrals/$referral/answer" params={{ referral }} className={buttonClass({ small: true })}>
            Record the answer
            <VisuallyHidden> to {reference}</VisuallyHidden>
          </Link>
        ) : null
      }
    />
  );
}
