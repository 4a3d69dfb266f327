import type { registerCalls, WaitingForMe, WaitingPage } from '../../shared/contract/register.ts';
import type { StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { rolesOfTwo } from '../../shared/domain/roles.ts';
import {
  nobodyReadsSentence,
  onlyRecoverySentence,
  standingInSentence,
  waitingSentence,
} from '../../shared/domain/waiting.ts';
import { eventTypes, isEventType } from '../../shared/events/index.ts';
import type { ThreadKind } from '../../shared/events/kinds.ts';
import { readersOfCitation } from '../../shared/policy/people.ts';
import { standingCovers } from '../../shared/policy/register/covers.ts';
import { decidersFor, holdsRole, isActive, manages } from '../../shared/policy/register-state.ts';
import type { Context, Handlers } from '../store/context.ts';
import { outsideType } from '../store/log/restricted.ts';
import { everyKeyHeld, wantedThreads } from '../store/log/thread-keys.ts';

/** Told by the type that began the thread, which everybody may see. */
function kindOf({ store }: Context, thread: ThreadId): ThreadKind | null {
  const first = store.log
    .prepare<[string], string>('SELECT type FROM event WHERE thread = ? ORDER BY n LIMIT 1')
    .pluck();
  const type = first.get(thread);
  if (type === outsideType) return 'restricted';
  if (type === undefined || !isEventType(type)) return null;
  const kind = eventTypes[type].thread;
  return kind === 'any' ? null : kind;
}

/** Records that the page of a person whom I read names, that I should read too and do not. */
function citedAndClosed({ store, register, me }: Context): readonly ThreadId[] {
  return [...store.threads.values()].flatMap(({ folded: { state } }) => {
    if (state?.kind !== 'person') return [];
    const { citations, person } = state.facts;
    return citations.flatMap((citation) => {
      const closed = !store.threads.has(citation.record);
      return closed && readersOfCitation(citation, person, register).includes(me) ? [citation.record] : [];
    });
  });
}

type Copies = ReturnType<typeof everyKeyHeld>;
type Givers = ReadonlyMap<ThreadId, readonly StaffId[]>;

/** Who holds a key of each: by signing in they give it to whoever lacks it. */
function giversOf({ register, me }: Context, copies: Copies): Givers {
  const held = copies.filter(({ reader, wanted }) => {
    return wanted === 0 && reader !== me && isActive(register, reader);
  });
  const byThread = Map.groupBy(held, ({ thread }) => thread);
  return new Map([...byThread].map(([thread, rows]) => [thread, [...new Set(rows.map(({ reader }) => reader))]]));
}

function waitingOf(context: Context, kind: ThreadKind, threads: readonly ThreadId[], givers: Givers): WaitingForMe {
  const can = threads.map((thread) => givers.get(thread) ?? []);
  const all = (can[0] ?? []).filter((staff) => can.every((some) => some.includes(staff)));
  const named = all.length > 0 ? all : [...new Set(can.flat())];
  return {
    kind,
    records: threads.length,
    givers: named.map((staff) => ({ staff, name: context.nameOf(staff) })),
  };
}

function forMe(context: Context, givers: Givers): readonly WaitingForMe[] {
  const { store, me } = context;
  const threads = [...new Set([...wantedThreads(store.log, me), ...citedAndClosed(context)])];
  const byKind = Map.groupBy(threads, (thread) => kindOf(context, thread));
  return [...byKind].flatMap(([kind, some]) => (kind === null ? [] : [waitingOf(context, kind, some, givers)]));
}

/** Whoever is away may have gone without giving their keys; nobody else was told that they are wanted. */
function standingIn(context: Context, copies: Copies, givers: Givers): WaitingPage['standingIn'] {
  const { store, register, me } = context;
  const covers = standingCovers(register, store.moment()).filter(({ cover }) => cover === me);
  if (covers.length === 0) return [];
  const threadsOf = (staff: StaffId) =>
    new Set(copies.filter(({ reader }) => reader === staff).map(({ thread }) => thread));
  const mine = threadsOf(me);
  return [...new Set(covers.map(({ absent }) => absent))].flatMap((absent) => {
    const closed = [...threadsOf(absent)].filter((one) => !mine.has(one) && kindOf(context, one) === 'concern');
    if (closed.length === 0) return [];
    const all = waitingOf(context, 'concern', closed, givers).givers;
    return [{ absent, concerns: closed.length, givers: all.filter(({ staff }) => staff !== absent) }];
  });
}

/** Their headers say that they are there: else nobody would look for them, and the locked page would count them for ever. */
function openToNobody({ store, register, me }: Context, copies: Copies): number {
  if (!manages(register, me) && !holdsRole(register, me, rolesOfTwo)) return 0;
  const held = copies.filter(({ reader, wanted }) => wanted === 0 && isActive(register, reader));
  const open = new Set(held.map(({ thread }) => thread));
  const raised = store.log.prepare<[], ThreadId>(`SELECT DISTINCT thread FROM event WHERE type = 'concern.raised'`);
  return raised
    .pluck()
    .all()
    .filter((thread) => !open.has(thread)).length;
}

function waiting(context: Context): WaitingPage {
  const { register } = context;
  const copies = everyKeyHeld(context.store.log);
  const canGive = giversOf(context, copies);
  const onlyRecovery = openToNobody(context, copies);
  const mine = forMe(context, canGive);
  const covering = standingIn(context, copies, canGive);
  const nobodyReads = [...register.practices].flatMap(([practice, name]) =>
    decidersFor(register, practice, null).length === 0 ? [{ practice, name }] : [],
  );
  const sentences = [
    ...mine.map(({ kind, records, givers }) =>
      waitingSentence(
        kind,
        records,
        givers.map(({ name }) => name),
      ),
    ),
    ...covering.map(({ absent, concerns, givers }) =>
      standingInSentence(
        context.nameOf(absent),
        concerns,
        givers.map(({ name }) => name),
      ),
    ),
    ...(onlyRecovery === 0 ? [] : [onlyRecoverySentence(onlyRecovery)]),
    ...nobodyReads.map(({ name }) => nobodyReadsSentence(name)),
  ];
  return { forMe: mine, standingIn: covering, nobodyReads, onlyRecovery, sentences };
}

export const waitingQueries: Pick<Handlers<typeof registerCalls>, 'waiting'> = {
  waiting: (_input, context) => waiting(context),
};
