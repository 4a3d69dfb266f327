import type { ReferralLine, referralCalls } from '../../shared/contract/referrals.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { waitsForReply } from '../../shared/domain/referral-answers.ts';
import type { StateOf } from '../../shared/policy/kinds.ts';
import { readersAt } from '../../shared/policy/readers.ts';
import type { Context, Handlers } from '../store/context.ts';
import { wouldRefuse } from '../store/would.ts';

interface ReferralRow extends Omit<ReferralLine, 'reference' | 'name' | 'mine' | 'late'> {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly description: string | null;
}

const selectReferrals = `
  SELECT referral.thread AS referral, referral.person, sent_to AS "to", purpose, urgency, sent_on AS sentOn, answer,
    reply_by AS replyBy, sent_by AS "from", recipient, concern,
    chased_by AS chasedBy,
    given_name AS givenName, family_name AS familyName, description
  FROM referral LEFT JOIN person USING (person)
`;

function lineOf(context: Context, row: ReferralRow): ReferralLine {
  const { givenName, familyName, description, ...line } = row;
  return {
    ...line,
    reference: referenceOf('R', line.referral),
    name: nameOfPerson({ givenName, familyName, description }),
    mine: line.from === context.me,
    late: waitsForReply(line) && line.replyBy < context.today(),
  };
}

/** Whether an answer may be written down now; what it says does not matter to the rule. */
function mayAnswer(context: Context, { thread, about }: StateOf<'referral'>): boolean {
  const answer = { answer: 'done', said: '-', answeredOn: context.today(), nextStep: undefined } as const;
  return wouldRefuse(context, 'referral.answered', { thread, about }, answer) === null;
}

function nameIn(context: Context, referral: ThreadId): Pick<ReferralLine, 'person' | 'name'> {
  const row = context.store.view.db
    .prepare<[string], ReferralRow>(`${selectReferrals} WHERE referral.thread = ?`)
    .get(referral);
  if (row === undefined) throw new Error('the referral is not in its table');
  const { person, name } = lineOf(context, row);
  return { person, name };
}

export const referralQueries: Pick<Handlers<typeof referralCalls>, 'list' | 'open'> = {
  list(_input, context) {
    const rows = context.store.view.db
      .prepare<[], ReferralRow>(`${selectReferrals} ORDER BY sent_on DESC, referral.thread`)
      .all();
    return rows.map((row) => lineOf(context, row));
  },
  open({ referral }, context) {
    const state = context.state('referral', referral);
    return {
      referral,
      ...nameIn(context, referral),
      newest: state.newest,
      state: state.facts,
      readers: readersAt(state, context.register),
      mayAnswer: mayAnswer(context, state),
      reference: referenceOf('R', referral),
    };
  },
};
