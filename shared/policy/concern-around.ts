import type { Instant } from '../domain/calendar.ts';
import type { FactName } from '../domain/concern-facts.ts';
import type { EventId, PersonId, StaffId } from '../domain/ids.ts';
import type { concernAround } from '../events/concern-around.ts';
import type { ContentOf, ThreadEvent } from '../events/index.ts';
import type { RegisterState } from './register-state.ts';
import type { Verdict } from './thread.ts';

export type AroundType = keyof typeof concernAround;

interface Entry {
  readonly event: EventId;
  readonly by: StaffId;
  readonly at: Instant;
}

/** Somebody with a role in a concern. */
export type PlacedPerson = Entry & ContentOf<'concern.person-placed'>['placed'];
export type RecordedChecklist = Entry & ContentOf<'concern.risk-checklist-recorded'>['recorded'];
export type RecordedBodyMap = Entry & ContentOf<'concern.body-map-recorded'>['map'];

/** Who else is in a concern, and what was found. Each list oldest first. */
export interface ConcernAround {
  readonly people: readonly PlacedPerson[];
  /** No longer in it: taken out with a reason, or corrected by a newer entry (`why` null). */
  readonly takenOut: readonly (PlacedPerson & { readonly out: Entry & { readonly why: string | null } })[];
  readonly checklists: readonly RecordedChecklist[];
  readonly bodyMaps: readonly RecordedBodyMap[];
}

export const nothingAround: ConcernAround = { people: [], takenOut: [], checklists: [], bodyMaps: [] };

/** Questions of a concern that these entries answer, so that nobody is asked again. */
export function answeredBy({ people, checklists }: ConcernAround): readonly FactName[] {
  return [
    ...(people.some(({ role }) => role === 'source-of-harm') ? (['sourceOfHarm', 'sourceOfHarmAware'] as const) : []),
    ...(checklists.length > 0 ? (['riskChecklist'] as const) : []),
  ];
}

function plainName({ name = '' }: NamedInConcern): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** By id, or by a name however it was typed: rather one refusal too many than one too few. */
function isSame(one: NamedInConcern, other: NamedInConcern): boolean {
  if (one.inLog !== undefined && one.inLog === other.inLog) return true;
  return plainName(one) !== '' && plainName(one) === plainName(other);
}

export type NamedInConcern = Pick<PlacedPerson, 'event' | 'role' | 'name' | 'inLog'>;

/**
 * Why no copy about a person is made for somebody named in a concern about them; null when one may be.
 *
 * @param people everybody with a role in the concerns about that person that whoever asks reads
 */
export function refusalOfCopy(people: readonly NamedInConcern[], named: EventId): Verdict {
  const whom = people.find(({ event }) => event === named);
  if (whom === undefined) return notInIt;
  const isSource = people.some((one) => one.role === 'source-of-harm' && (one === whom || isSame(one, whom)));
  return isSource
    ? 'They may be the source of harm, so no copy is made for them. Ask the safeguarding lead what they may be given.'
    : null;
}

interface Concern {
  readonly around: ConcernAround;
  readonly raised: { readonly person: PersonId };
}

type Event<T extends AroundType> = ThreadEvent<T>;

function mayPlace(
  { content: { placed, insteadOf } }: Event<'concern.person-placed'>,
  { around, raised }: Concern,
  register: RegisterState,
): Verdict {
  if (placed.inLog === raised.person) return 'This concern is about them already.';
  if (placed.practice !== undefined && placed.practice !== null && !register.practices.has(placed.practice)) {
    return 'Choose a practice from the list.';
  }
  if (insteadOf !== undefined && !around.people.some(({ event }) => event === insteadOf)) return notInIt;
  const twice = around.people.some(
    ({ event, inLog, role }) =>
      event !== insteadOf && inLog !== undefined && inLog === placed.inLog && role === placed.role,
  );
  return twice ? 'They have this part in the concern already.' : null;
}

const notInIt = 'This person is not in the concern, or was taken out.';

/** Who may: every reader of the concern. Nothing that was said before goes away by it. */
export const aroundRules: {
  readonly [T in AroundType]: (event: Event<T>, concern: Concern, register: RegisterState) => Verdict;
} = {
  'concern.person-placed': mayPlace,
  'concern.person-taken-out': ({ content }, { around }) =>
    around.people.some(({ event }) => event === content.placed) ? null : notInIt,
  'concern.risk-checklist-recorded': () => null,
  'concern.body-map-recorded': () => null,
};

function entry({ id, actor, at }: Event<AroundType>): Entry {
  return { event: id, by: actor, at };
}

function withOut(around: ConcernAround, placed: EventId | undefined, out: Entry & { readonly why: string | null }) {
  const left = around.people.filter(({ event }) => event === placed).map((one) => ({ ...one, out }));
  return {
    ...around,
    people: around.people.filter(({ event }) => event !== placed),
    takenOut: [...around.takenOut, ...left],
  };
}

const steps: { readonly [T in AroundType]: (around: ConcernAround, event: Event<T>) => ConcernAround } = {
  'concern.person-placed': (around, event) => {
    const { placed, insteadOf } = event.content;
    const before = withOut(around, insteadOf, { ...entry(event), why: null });
    return { ...before, people: [...before.people, { ...placed, ...entry(event) }] };
  },
  'concern.person-taken-out': (around, event) =>
    withOut(around, event.content.placed, { ...entry(event), why: event.content.why }),
  'concern.risk-checklist-recorded': (around, event) => ({
    ...around,
    checklists: [...around.checklists, { ...event.content.recorded, ...entry(event) }],
  }),
  'concern.body-map-recorded': (around, event) => ({
    ...around,
    bodyMaps: [...around.bodyMaps, { ...event.content.map, ...entry(event) }],
  }),
};

type Steps<Facts> = { readonly [T in AroundType]: (facts: Facts, event: Event<T>) => Facts };

/** The steps, for the policy of a concern. */
export function aroundSteps<Facts extends Concern>(): Steps<Facts> {
  const on =
    <T extends AroundType>(type: T) =>
    (facts: Facts, event: Event<T>): Facts => ({ ...facts, around: steps[type](facts.around, event) });
  return {
    'concern.person-placed': on('concern.person-placed'),
    'concern.person-taken-out': on('concern.person-taken-out'),
    'concern.risk-checklist-recorded': on('concern.risk-checklist-recorded'),
    'concern.body-map-recorded': on('concern.body-map-recorded'),
  };
}
