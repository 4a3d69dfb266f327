import type { ReferralLine } from '../../shared/contract/referrals.ts';
import { Tag } from '../ui/tag.tsx';
import type { TagColour } from '../ui/tag-colour.ts';

type Answer = NonNullable<ReferralLine['answer']>;

const tags = {
  accepted: { words: 'Accepted', colour: 'blue' },
  declined: { words: 'Declined', colour: 'orange' },
  done: { words: 'Done', colour: 'green' },
} as const satisfies Record<Answer, { readonly words: string; readonly colour: TagColour }>;

interface Props {
  readonly answer: Answer | null;
  readonly replyWanted?: boolean;
  readonly seen?: boolean;
}

/** How far a referral is, or what one answer said. */
export function ReferralTag({ answer, replyWanted = true, seen = false }: Props) {
  if (answer === null && !replyWanted) return <Tag colour="grey">No reply needed</Tag>;
  if (answer === null && seen) return <Tag colour="yellow">Seen, no answer yet</Tag>;
  if (answer === null) return <Tag colour="yellow">Waiting for a reply</Tag>;
  const { words, colour } = tags[answer];
  return <Tag colour={colour}>{words}</Tag>;
}
