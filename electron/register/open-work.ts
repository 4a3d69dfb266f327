import type { OpenWork, WorkKind } from '../../shared/contract/staffing.ts';
import type { EventId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { nextReviewOf, stageOf } from '../../shared/policy/concern-stage.ts';
import { isClosed } from '../../shared/policy/concerns.ts';
import type { StateOf } from '../../shared/policy/kinds.ts';
import { isOpen } from '../../shared/policy/referrals.ts';
import { isEarlierRecovery } from '../../shared/policy/register-state.ts';
import type { Context } from '../store/context.ts';
import { prepared } from '../store/log/statements.ts';
import { holdersOf } from '../store/log/thread-keys.ts';

/** A piece of open work, with what the command needs to hand it over. */
export interface Piece extends OpenWork {
  readonly action: { readonly decision: EventId; readonly action: number } | null;
}

function ofConcern(context: Context, { thread, facts }: StateOf<'concern'>, staff: StaffId): readonly Piece[] {
  const { raised, owner, actions } = facts;
  if (raised.practiceRun === true || stageOf(facts) === 'entered-in-error') return [];
  const common = {
    record: thread,
    reference: referenceOf('C', thread),
    name: context.nameOfPerson(raised.person),
  };
  const owned = owner === staff && !isClosed(facts);
  const reviewOn = nextReviewOf(facts);
  return [
    ...(owned ? [{ kind: 'concern' as const, ...common, what: null, dueOn: reviewOn, action: null }] : []),
    ...actions
      .filter((one) => one.owner === staff && one.done === null)
      .map(({ decision, action, what, dueOn }) => ({
        kind: 'action' as const,
        ...common,
        what,
        dueOn,
        action: { decision, action },
      })),
  ];
}

function ofReferral(context: Context, { thread, facts }: StateOf<'referral'>, staff: StaffId): readonly Piece[] {
  if (facts.chasedBy !== staff || !isOpen(facts)) return [];
  return [
    {
      kind: 'referral',
      record: thread,
      reference: referenceOf('R', thread),
      name: context.nameOfPerson(facts.sent.person),
      what: facts.sent.ask,
      dueOn: facts.replyBy,
      action: null,
    },
  ];
}

/** What waits for somebody, among what the signed-in person reads. Practice runs are not work. */
export function openWorkOf(context: Context, staff: StaffId, kind?: WorkKind): readonly Piece[] {
  const found = [...context.store.threads.values()].flatMap(({ folded: { state } }) => {
    if (state?.kind === 'concern') return ofConcern(context, state, staff);
    return state?.kind === 'referral' ? ofReferral(context, state, staff) : [];
  });
  return kind === undefined ? found : found.filter((piece) => piece.kind === kind);
}

/** Types of event that can give somebody work, or give it back. */
const giving = [
  'concern.acknowledged',
  'concern.reassigned',
  'concern.decided',
  'concern.action-given',
  'concern.action-reopened',
  'concern.reopened',
  'concern.unlinked',
  'concern.error-taken-back',
  'referral.sent',
  'referral.handed-over',
];
const listed = giving.map((type) => `'${type}'`).join(', ');

interface Moment {
  readonly ms: number;
  readonly counter: number;
}

function newestGiving({ store }: Context, thread: ThreadId): Moment | undefined {
  const sql = `
    SELECT hlc_ms AS ms, hlc_counter AS counter FROM event WHERE thread = ? AND type IN (${listed})
    ORDER BY hlc_ms DESC, hlc_counter DESC LIMIT 1
  `;
  return prepared<[string], Moment>(store.log, sql).get(thread);
}

function isBefore(one: Moment, other: Moment): boolean {
  return one.ms < other.ms || (one.ms === other.ms && one.counter < other.counter);
}

export interface Unseen {
  /** Concerns and referrals that somebody reads, where work of theirs could lie, and nobody looked since it could. */
  readonly unchecked: readonly ThreadId[];
  /** Colleagues who read some of them. */
  readonly canCheck: readonly StaffId[];
  /** Concerns and referrals that nobody else on the staff reads. */
  readonly onlyTheirs: readonly ThreadId[];
}

/**
 * What cannot be seen from here. Who holds which key and which types of event there are shows in the log file to
 * everybody; what they say does not. So a manager, who reads none of it, learns whether others looked.
 */
export function unseenWork(context: Context, staff: StaffId): Unseen {
  const { store, register } = context;
  const threads = prepared<[string], { thread: ThreadId }>(
    store.log,
    `SELECT DISTINCT thread FROM event WHERE type IN ('concern.raised', 'referral.sent')
       AND thread IN (SELECT thread FROM thread_key WHERE reader = ?)`,
  ).all(staff);
  const unchecked: ThreadId[] = [];
  const onlyTheirs: ThreadId[] = [];
  const canCheck = new Set<StaffId>();
  for (const { thread } of threads) {
    const held = holdersOf(store.log, thread).filter(
      ({ reader }) => reader !== register.recovery.id && !isEarlierRecovery(register, reader),
    );
    const readers = held.map(({ reader }) => reader);
    // Whoever was let in again and waits for a copy of the key can neither look nor give it to others.
    const reading = new Set(held.filter(({ wanted }) => wanted === 0).map(({ reader }) => reader));
    if ([...reading].every((reader) => reader === staff)) onlyTheirs.push(thread);
    if (store.stateOf(thread) !== undefined) continue;
    const newest = newestGiving(context, thread);
    const looked = register.leavingChecks.some(
      (check) =>
        check.staff === staff &&
        (check.by === staff || readers.includes(check.by)) &&
        (newest === undefined || isBefore(newest, check.position)),
    );
    if (newest === undefined || looked) continue;
    unchecked.push(thread);
    for (const reader of reading) canCheck.add(reader);
  }
  return { unchecked, canCheck: [...canCheck], onlyTheirs };
}
