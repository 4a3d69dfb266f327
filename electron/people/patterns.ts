import type { PatternLine } from '../../shared/contract/people.ts';
import type { Instant } from '../../shared/domain/calendar.ts';
import type { PersonId, ThreadId } from '../../shared/domain/ids.ts';
import { addressKey, type MissedContact, type PatternConcern, patternsAround } from '../../shared/domain/patterns.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import type { Context } from '../store/context.ts';
import { householdOf } from './household.ts';

interface ConcernRow {
  readonly concern: ThreadId;
  readonly person: PersonId;
  readonly raisedAt: Instant;
  readonly stage: string;
}

// What is closed counts within the time; a mistake never does, and two that are one are one.
function concernsIn(context: Context): readonly PatternConcern[] {
  const rows = context.store.view.db
    .prepare<[], ConcernRow>(
      `SELECT thread AS concern, person, raised_at AS raisedAt, stage FROM concern
       WHERE practice_run = 0 AND stage NOT IN ('entered-in-error', 'duplicate') ORDER BY raised_at, thread`,
    )
    .all();
  return rows.map(({ stage, ...row }) => ({ ...row, open: stage !== 'closed' }));
}

/** The last word counts: a referral that was declined, or a person who was not reached and not since. */
function missedOf(context: Context, person: PersonId): readonly MissedContact[] {
  const threads = context.store.view.db
    .prepare<[string], ThreadId>('SELECT thread FROM referral WHERE person = ? ORDER BY recorded_at, thread')
    .pluck()
    .all(person);
  return threads.flatMap((referral): readonly MissedContact[] => {
    const { answers, personTold } = context.state('referral', referral).facts;
    const declined = answers.at(-1);
    const tried = personTold.at(-1);
    if (declined?.answer === 'declined') return [{ referral, person, on: declined.answeredOn, what: 'declined' }];
    return tried?.reached === false ? [{ referral, person, on: tried.on, what: 'not-reached' }] : [];
  });
}

function addressOf(context: Context, person: PersonId): string {
  const thread = context.store.threadOfPerson(person);
  const state = thread === undefined ? undefined : context.store.stateOf(thread);
  return state?.kind === 'person' ? addressKey(state.facts.details.address) : '';
}

/** Of people whom the reader reads: those with a concern who live there as far as it was written down, or have the same address. */
function livingWith(context: Context, person: PersonId, concerns: readonly PatternConcern[]): readonly PersonId[] {
  const linked = new Set(householdOf(context, person).map((mate) => mate.person));
  const address = addressOf(context, person);
  const others = new Set(concerns.map((concern) => concern.person));
  return [...others].filter(
    (other) => other !== person && (linked.has(other) || (address !== '' && addressOf(context, other) === address)),
  );
}

/** What is worth reading together, out of what the reader reads. */
export function patternsOf(context: Context, person: PersonId): readonly PatternLine[] {
  const concerns = concernsIn(context);
  const found = { concerns, missed: missedOf(context, person), household: livingWith(context, person, concerns) };
  const about = new Map(concerns.map((one) => [one.concern, one.person]));
  const named = (concern: ThreadId) => {
    const whom = about.get(concern);
    return {
      concern,
      reference: referenceOf('C', concern),
      name: whom === undefined || whom === person ? null : context.nameOfPerson(whom),
    };
  };
  return patternsAround(person, found, new Date(context.store.now())).map((pattern) => ({
    kind: pattern.kind,
    concerns: pattern.concerns.map(named),
    missed:
      pattern.kind === 'missed'
        ? pattern.missed.map(({ referral, what, on }) => ({
            referral,
            reference: referenceOf('R', referral),
            what,
            on,
          }))
        : [],
  }));
}
