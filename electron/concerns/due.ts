import type { ConcernDue, HeardBack, RaiserAnswer } from '../../shared/contract/concern-due.ts';
import { isForDeputies } from '../../shared/domain/concern-deadlines.ts';
import type { StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { dueOf } from '../../shared/policy/concern-due.ts';
import { decidersOf } from '../../shared/policy/concerns.ts';
import type { StateOf } from '../../shared/policy/kinds.ts';
import { holdersOf } from '../../shared/policy/register-state.ts';
import type { Context } from '../store/context.ts';
import { readLine } from '../store/log/header.ts';
import { prepared } from '../store/log/statements.ts';
import { openedInside } from './restricted-entries.ts';

type State = StateOf<'concern'> | StateOf<'restricted'>;

/** Whose work a concern is: its owner's, else that of the safeguarding leads who decide about it. */
function workOf({ register }: Context, { facts }: State, deciders: readonly StaffId[]): readonly StaffId[] {
  if (facts.owner !== null && deciders.includes(facts.owner)) return [facts.owner];
  const { practice } = facts.raised;
  const leads = practice === null ? [] : holdersOf(register, ['safeguarding-lead'], practice);
  return leads.filter((staff) => deciders.includes(staff));
}

/** What is due, and for whom it is late where it now shows on my list too. */
export function concernDue(context: Context, state: State): ConcernDue {
  const { register, me, store } = context;
  const { settings } = register;
  const due = dueOf(state.facts, settings);
  const deciders = decidersOf(state.facts, register);
  if (!deciders.includes(me) || !isForDeputies(due, store.now(), settings.concernDeadlines))
    return { due, lateFor: [] };
  const work = workOf(context, state, deciders);
  return { due, lateFor: work.includes(me) ? [] : work };
}

/** Told by headers, of a restricted concern by what stands inside: opening a concern is an entry. */
function firstRead(context: Context, { thread, facts }: State): HeardBack['read'] {
  const { store, register } = context;
  const deciders = decidersOf(facts, register);
  const inside = openedInside(context, thread).find(
    ({ actor }) => actor !== facts.raisedBy && deciders.includes(actor),
  );
  if (inside !== undefined) return { staff: inside.actor, at: inside.at };
  const sql = "SELECT line FROM event WHERE thread = ? AND type = 'concern.viewed' ORDER BY n";
  for (const { line } of prepared<[ThreadId], { line: string }>(store.log, sql).all(thread)) {
    const { actor, at } = readLine(line).header;
    if (actor !== null && actor !== facts.raisedBy && deciders.includes(actor)) return { staff: actor, at };
  }
  return null;
}

function answersOf({ facts }: State): readonly RaiserAnswer[] {
  const { decisions, course } = facts;
  const answers: readonly RaiserAnswer[] = [
    ...decisions.map(({ at, by, decision, forRaiser }) => ({
      kind: 'decided' as const,
      at,
      by,
      decision,
      words: forRaiser ?? null,
    })),
    ...course.closings.map(({ at, by, forRaiser }) => ({ kind: 'closed' as const, at, by, words: forRaiser })),
    ...course.reopenings.map(({ at, by }) => ({ kind: 'reopened' as const, at, by, words: null })),
  ];
  return answers.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** What whoever raised it has heard: whom they told, who read it and what was answered. */
export function heardBack(context: Context, state: State): HeardBack {
  const told = state.facts.told.findLast(({ reached }) => reached);
  return {
    told: told === undefined ? null : { who: told.who, at: told.at },
    read: firstRead(context, state),
    answers: answersOf(state),
  };
}
