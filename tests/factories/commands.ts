/** Commands as fast-check makes them: who is signed in, what they wish, and to which of what there is. */
import fc from 'fast-check';
import type { InputOf } from '../../shared/contract/call.ts';
import type { Answer } from '../../shared/contract/failures.ts';
import type { Contract, LogClient } from '../../shared/contract/index.ts';
import type { EventId, PersonId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { role } from '../../shared/domain/roles.ts';
import type { Casework } from './casework.ts';
import { concernForm, detailsOf, sessionForm } from './forms.ts';
import { people } from './world.ts';

/** What has been made so far, by whomever; those who are signed in need not be able to read it. */
export interface Known {
  readonly work: Casework;
  readonly concerns: ThreadId[];
  readonly people: PersonId[];
  readonly referrals: ThreadId[];
  readonly sessions: ThreadId[];
  newestOf(thread: ThreadId): EventId;
}

const number = fc.nat(1_000);
const text = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constant('') },
);
const roleName = fc.constantFrom(...role.options);

export const wish = fc.oneof(
  fc.record({ do: fc.constant('raise' as const), about: number, new: fc.boolean(), what: text, practice: number }),
  fc.record({ do: fc.constant('tell' as const), about: number, reached: fc.boolean(), next: text }),
  fc.record({ do: fc.constant('acknowledge' as const), about: number, owner: number }),
  fc.record({
    do: fc.constant('add' as const),
    about: number,
    note: fc.option(text, { nil: undefined }),
    place: fc.option(text, { nil: undefined }),
    empty: fc.boolean(),
  }),
  fc.record({ do: fc.constant('decide' as const), about: number, stale: fc.boolean(), reason: text, asked: number }),
  fc.record({ do: fc.constantFrom('finish' as const, 'reopen' as const), about: number, says: text }),
  fc.record({ do: fc.constant('share' as const), about: number, with: number }),
  fc.record({ do: fc.constant('person' as const), name: text, practice: number }),
  fc.record({ do: fc.constant('change' as const), about: number, name: text, practice: number }),
  fc.record({ do: fc.constant('refer' as const), about: number, to: number, ask: text }),
  fc.record({ do: fc.constant('answer' as const), about: number, done: fc.boolean() }),
  fc.record({ do: fc.constant('meet' as const), with: number }),
  fc.record({ do: fc.constant('sign' as const), about: number, agrees: fc.boolean(), says: text }),
  fc.record({ do: fc.constant('comment' as const), about: number, says: text }),
  fc.record({
    do: fc.constantFrom('grant' as const, 'confirm' as const, 'end' as const),
    staff: number,
    role: roleName,
    practice: number,
  }),
  fc.record({ do: fc.constantFrom('assign' as const, 'release' as const), staff: number, with: number }),
  fc.record({ do: fc.constant('connect' as const), staff: number, about: number }),
  fc.record({ do: fc.constant('fallback' as const), staff: number }),
  fc.record({ do: fc.constant('cover' as const), staff: number, with: number, practice: number, sudden: fc.boolean() }),
  fc.record({ do: fc.constantFrom('agree' as const, 'return' as const), about: number }),
  fc.record({ do: fc.constant('handOver' as const), from: number, to: number, kind: number }),
);
export type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never;

function pick<T>(list: readonly T[], which: number): T {
  const one = list[which % list.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

const staffOf = ({ work }: Known, which: number): StaffId =>
  work[pick(Object.keys(people) as (keyof typeof people)[], which)];
const practiceOf = ({ work }: Known, which: number) =>
  pick([work.alderfield, work.alderfield, work.wrenStreet, null], which);

type Does<K extends Wish['do']> = (
  log: LogClient,
  known: Known,
  wish: Extract<Wish, { do: K }>,
) => Promise<Answer<unknown>>;

async function remember<T>(answer: Promise<Answer<T>>, keep: (value: T) => void): Promise<Answer<T>> {
  const settled = await answer;
  if (settled.ok) keep(settled.value);
  return settled;
}

const held = (
  known: Known,
  { staff, role: name, practice }: { staff: number; role: (typeof role.options)[number]; practice: number },
) => ({ staff: staffOf(known, staff), role: name, practice: practiceOf(known, practice) ?? known.work.alderfield });
const pair = (known: Known, wished: { staff: number; with: number }) => ({
  staff: staffOf(known, wished.staff),
  supervisor: staffOf(known, wished.with),
});

type Named = Pick<InputOf<Contract['concerns']['finishAction']>, 'concern' | 'decision' | 'action'>;

/** Does something with one of the actions that whoever is signed in sees. */
async function onAction(
  log: LogClient,
  which: number,
  work: (action: Named) => Promise<Answer<unknown>>,
): Promise<Answer<unknown>> {
  const shown = await log.concerns.actions({});
  if (!shown.ok) return shown;
  if (shown.value.length === 0) return { ok: false, failure: { kind: 'notFound' } };
  const { concern, decision, action } = pick(shown.value, which);
  return work({ concern, decision, action });
}

const lastDay = '2026-10-03' as never;

/** Does something with one of the covers that there are. */
async function onCover(
  log: LogClient,
  which: number,
  work: (cover: EventId) => Promise<Answer<unknown>>,
): Promise<Answer<unknown>> {
  const shown = await log.register.show({});
  if (!shown.ok) return shown;
  const { covers } = shown.value;
  return covers.length === 0 ? { ok: false, failure: { kind: 'notFound' } } : work(pick(covers, which).id);
}

const does: { readonly [K in Wish['do']]: Does<K> } = {
  raise: (log, known, { about, new: isNew, what, practice }) => {
    const form = concernForm('Bea', practiceOf(known, practice), what);
    const asked = isNew ? form : { ...form, about: { person: pick(known.people, about) } };
    return remember(log.concerns.raise(asked), ({ concern, person }) => {
      known.concerns.push(concern);
      known.people.push(person);
    });
  },
  tell: (log, known, { about, reached, next }) => {
    const told = {
      who: 'Dr Fenwick-Oye',
      how: 'phone',
      at: '2026-10-01T09:00:00.000Z' as never,
      reached,
      next,
    } as const;
    return log.concerns.tell({ concern: pick(known.concerns, about), told });
  },
  acknowledge: (log, known, { about, owner }) => {
    const concern = pick(known.concerns, about);
    return log.concerns.acknowledge({ concern, seen: known.newestOf(concern), owner: staffOf(known, owner) });
  },
  add: (log, known, { about, note, place, empty }) => {
    const concern = pick(known.concerns, about);
    // With the key and without a value, as forms send what was left out.
    const facts = empty ? { ownWords: undefined, place } : { place };
    return log.concerns.addInformation({ concern, seen: known.newestOf(concern), note, facts });
  },
  decide: (log, known, { about, stale, reason, asked }) => {
    const concern = pick(known.concerns, about);
    const seen = stale ? ('AAAAAAAAAAAAAAAAAAAAAA' as EventId) : known.newestOf(concern);
    return log.concerns.decide({
      concern,
      seen,
      decision: 'internal-action',
      reason,
      sharing: 'they-agree',
      reviewOn: null,
      ...(asked % 4 !== 0 && { agreesOutside: 'yes' }),
      ...(asked % 3 !== 0 && { actions: [{ what: 'Ring.', owner: staffOf(known, asked), dueOn: null }] }),
    });
  },
  finish: (log, _known, { about, says }) =>
    onAction(log, about, (one) => log.concerns.finishAction({ ...one, outcome: says })),
  reopen: (log, _known, { about, says }) =>
    onAction(log, about, (one) => log.concerns.reopenAction({ ...one, why: says })),
  share: (log, known, wished) =>
    log.concerns.share({
      concern: pick(known.concerns, wished.about),
      with: staffOf(known, wished.with),
      why: 'They visit.',
    }),
  person: (log, known, { name, practice }) =>
    remember(log.people.add({ details: detailsOf(name, practiceOf(known, practice)) }), (person) =>
      known.people.push(person),
    ),
  change: async (log, known, { about, name, practice }) => {
    const person = pick(known.people, about);
    const shown = await log.people.show({ person });
    if (!shown.ok) return shown;
    return log.people.change({
      person,
      seen: shown.value.newest,
      details: detailsOf(name, practiceOf(known, practice)),
    });
  },
  refer: (log, known, { about, to, ask }) =>
    remember(
      log.referrals.send({
        person: pick(known.people, about),
        to: 'The GP',
        recipient: staffOf(known, to),
        purpose: 'review',
        ask,
        urgency: 'routine',
        agrees: 'yes',
        sentBy: 'phone',
        sentOn: '2026-09-30' as never,
      }),
      ({ referral }) => known.referrals.push(referral),
    ),
  answer: async (log, known, { about, done }) => {
    if (known.referrals.length === 0) return { ok: false, failure: { kind: 'notFound' } };
    const referral = pick(known.referrals, about);
    const answer = done ? 'done' : 'accepted';
    return log.referrals.answer({
      referral,
      seen: known.newestOf(referral),
      answer,
      said: 'Yes.',
      answeredOn: '2026-09-30' as never,
    });
  },
  meet: (log, known, wished) =>
    remember(log.supervision.record(sessionForm(staffOf(known, wished.with))), ({ session }) =>
      known.sessions.push(session),
    ),
  sign: async (log, known, { about, agrees, says }) => {
    if (known.sessions.length === 0) return { ok: false, failure: { kind: 'notFound' } };
    const session = pick(known.sessions, about);
    return log.supervision.sign({
      session,
      seen: known.newestOf(session),
      agrees,
      disagreement: agrees ? undefined : says,
    });
  },
  comment: async (log, known, { about, says }) => {
    if (known.sessions.length === 0) return { ok: false, failure: { kind: 'notFound' } };
    return log.supervision.comment({ session: pick(known.sessions, about), comment: says });
  },
  grant: (log, known, wished) => log.register.grantRole(held(known, wished)),
  confirm: (log, known, wished) => log.register.confirmRole(held(known, wished)),
  end: (log, known, wished) => log.register.endRole(held(known, wished)),
  assign: (log, known, wished) => log.register.assignSupervisor(pair(known, wished)),
  release: (log, known, wished) => log.register.endSupervisor(pair(known, wished)),
  connect: (log, known, { staff, about }) =>
    log.register.declareConnection({ staff: staffOf(known, staff), person: pick(known.people, about) }),
  fallback: (log, known, { staff }) =>
    log.register.changeSetting({ change: { setting: 'fallback-reader', value: staffOf(known, staff) } }),
  cover: (log, known, { staff, with: cover, practice, sudden }) => {
    const absent = staff % 2 === 0 ? known.work.lead : staffOf(known, staff);
    const asked = {
      absent,
      practice: practiceOf(known, practice) ?? known.work.alderfield,
      cover: staffOf(known, cover),
      until: lastDay,
      reason: 'Away',
    };
    return sudden
      ? log.register.appointCover(asked)
      : log.register.coverAbsence({ ...asked, from: '2026-09-30' as never });
  },
  agree: (log, _known, { about }) => onCover(log, about, (cover) => log.register.confirmCover({ cover })),
  return: (log, _known, { about }) => onCover(log, about, (cover) => log.register.endCover({ cover })),
  handOver: (log, known, { from, to, kind }) =>
    log.register.handOver({
      from: staffOf(known, from),
      to: staffOf(known, to),
      kind: pick(['concern', 'action', 'referral'] as const, kind),
      why: 'On leave',
    }),
};

/** Tries it; what it made is remembered. */
export function attempt(log: LogClient, known: Known, wished: Wish): Promise<Answer<unknown>> {
  const run = does[wished.do] as (log: LogClient, known: Known, wished: Wish) => Promise<Answer<unknown>>; // `as`: the table pairs them.
  return run(log, known, wished);
}
