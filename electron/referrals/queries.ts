import type { ReferralLine, referralCalls } from '../../shared/contract/referrals.ts';
import type { Instant } from '../../shared/domain/calendar.ts';
import type { PracticeId, ThreadId } from '../../shared/domain/ids.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { waitsForReply } from '../../shared/domain/referral-answers.ts';
import { isUnseenTooLong, type ReferralStanding, referralNext } from '../../shared/domain/referral-course.ts';
import type { StateOf } from '../../shared/policy/kinds.ts';
import { readersAt } from '../../shared/policy/readers.ts';
import { secondPeopleFor, standingOf } from '../../shared/policy/referral-course.ts';
import type { Context, Handlers } from '../store/context.ts';
import { wouldRefuse } from '../store/would.ts';
import { noteOpenedByRecipient } from './course.ts';

type Worked = 'reference' | 'name' | 'mine' | 'late' | 'seen' | 'personTold' | 'next' | 'unseenTooLong' | 'forMe';

interface ReferralRow extends Omit<ReferralLine, Worked> {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly description: string | null;
  readonly recordedAt: Instant;
  readonly practice: PracticeId | null;
  readonly seen: 0 | 1;
  readonly personTold: 0 | 1;
}

const selectReferrals = `
  SELECT referral.thread AS referral, referral.person, sent_to AS "to", purpose, urgency, sent_on AS sentOn, answer,
    reply_by AS replyBy, sent_by AS "from", recipient, concern,
    chased_by AS chasedBy, urgency_name AS urgencyName, recorded_at AS recordedAt, referral.practice, seen,
    person_told AS personTold, times_chased AS timesChased,
    given_name AS givenName, family_name AS familyName, description
  FROM referral LEFT JOIN person USING (person)
`;

interface Waiting extends ReferralStanding {
  readonly urgency: string;
  readonly recordedAt: Instant;
}

function unseenTooLong({ register, store }: Context, waiting: Waiting): boolean {
  return isUnseenTooLong(waiting, register.settings.referralUnseenHours, store.now());
}

function lineOf(context: Context, row: ReferralRow): ReferralLine {
  const { givenName, familyName, description, seen, personTold, recordedAt, practice, ...line } = row;
  const { me, register } = context;
  const standing = { answer: row.answer, replyBy: row.replyBy, seen: seen === 1, personTold: personTold === 1 };
  const next = referralNext(standing);
  const tooLong = unseenTooLong(context, { ...standing, urgency: row.urgency, recordedAt });
  const asks = row.chasedBy === me || row.recipient === me;
  const second = tooLong && secondPeopleFor({ chasedBy: row.chasedBy, practice }, register).includes(me);
  return {
    ...line,
    reference: referenceOf('R', line.referral),
    name: nameOfPerson({ givenName, familyName, description }),
    mine: line.from === me,
    late: waitsForReply(line) && line.replyBy < context.today(),
    seen: standing.seen,
    personTold: standing.personTold,
    next,
    unseenTooLong: tooLong,
    forMe: next !== 'none' && (asks || second),
  };
}

/** Whether an answer may be written down now; what it says does not matter to the rule. */
function mayAnswer(context: Context, { thread, about }: StateOf<'referral'>): boolean {
  const answer = {
    answer: 'done',
    said: '-',
    from: undefined,
    answeredOn: context.today(),
    nextStep: undefined,
  } as const;
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
    noteOpenedByRecipient(context, referral);
    const state = context.state('referral', referral);
    const { sent, chasedBy, recordedAt } = state.facts;
    const standing = standingOf(state.facts);
    return {
      referral,
      ...nameIn(context, referral),
      newest: state.newest,
      state: state.facts,
      readers: readersAt(state, context.register),
      mayAnswer: mayAnswer(context, state),
      reference: referenceOf('R', referral),
      next: referralNext(standing),
      unseenTooLong: unseenTooLong(context, { ...standing, urgency: sent.urgency, recordedAt }),
      secondPeople: secondPeopleFor({ chasedBy, practice: sent.practice }, context.register),
    };
  },
};
