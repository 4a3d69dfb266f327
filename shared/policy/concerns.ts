import type { Instant } from '../domain/calendar.ts';
import type { FactName, Facts } from '../domain/concern-facts.ts';
import type { EventId, PersonId, PracticeId, StaffId } from '../domain/ids.ts';
import type { concernEvents } from '../events/concerns.ts';
import type { ContentOf, ContentType, ThreadEvent } from '../events/index.ts';
import { decidersFor, isActive, isConnected, type RegisterState, supervisorsOf } from './register-state.ts';
import type { ThreadPolicy, Verdict } from './thread.ts';

export interface Decision extends Omit<ContentOf<'concern.decided'>, 'v'> {
  readonly event: EventId;
  readonly by: StaffId;
  readonly at: Instant;
}

export interface ConcernFacts {
  readonly raised: Omit<ContentOf<'concern.raised'>, 'v'>;
  readonly raisedBy: StaffId;
  readonly raisedAt: Instant;
  readonly told: ContentOf<'concern.raised'>['told'];
  readonly owner: StaffId | null;
  readonly acknowledgedAt: Instant | null;
  readonly given: ReadonlySet<FactName>;
  readonly facts: Facts;
  readonly decisions: readonly Decision[];
  readonly sharedWith: readonly StaffId[];
}

interface Audience {
  readonly person: PersonId | null;
  readonly raisedBy: StaffId;
  readonly practice: PracticeId | null;
  readonly sharedWith: readonly StaffId[];
}

/** Its raiser, for ever; the raiser's supervisor; who decides at the person's practice; people it is shared with. */
export function concernReaders(concern: Audience, register: RegisterState): readonly StaffId[] {
  return [
    concern.raisedBy,
    ...supervisorsOf(register, concern.raisedBy),
    ...decidersFor(register, concern.practice, concern.person),
    ...concern.sharedWith,
  ];
}

function decides(actor: StaffId, facts: ConcernFacts, register: RegisterState): Verdict {
  const may = decidersFor(register, facts.raised.practice, facts.raised.person).includes(actor);
  return may ? null : "Only a safeguarding lead or deputy of the person's practice can do this.";
}

function mayAcknowledge(
  event: ThreadEvent<'concern.acknowledged'>,
  facts: ConcernFacts,
  register: RegisterState,
): Verdict {
  const { owner } = event.content;
  if (!decidersFor(register, facts.raised.practice, facts.raised.person).includes(owner)) {
    return "Choose a safeguarding lead or deputy of the person's practice as owner.";
  }
  return decides(event.actor, facts, register);
}

function mayShare(event: ThreadEvent<'concern.shared'>, facts: ConcernFacts, register: RegisterState): Verdict {
  const { with: colleague } = event.content;
  if (!isActive(register, colleague)) return 'This person does not work here.';
  if (facts.sharedWith.includes(colleague)) return 'It is shared with them already.';
  if (isConnected(register, colleague, facts.raised.person)) {
    return 'They have declared a connection with this person, so it cannot be shared with them.';
  }
  return decides(event.actor, facts, register);
}

type Later = Exclude<keyof typeof concernEvents & ContentType, 'concern.raised'>;

export const concernPolicy: ThreadPolicy<'concern', ConcernFacts, 'concern.raised', Later> = {
  kind: 'concern',
  first: 'concern.raised',
  // Anybody who works here may raise one. Nobody can stop a report.
  mayBegin: ({ about, content }, register) => {
    if (about !== content.person) return 'The record and the person in it differ.';
    return content.practice === null || register.practices.has(content.practice)
      ? null
      : 'Choose a practice from the list.';
  },
  begin: ({ actor, at, content: { v: _, ...raised } }) => ({
    about: raised.person,
    facts: {
      raised,
      raisedBy: actor,
      raisedAt: at,
      told: raised.told,
      owner: null,
      acknowledgedAt: null,
      given: new Set(),
      facts: {},
      decisions: [],
      sharedWith: [],
    },
  }),
  rules: {
    'concern.told': () => null,
    'concern.acknowledged': mayAcknowledge,
    'concern.information-added': ({ content }) =>
      content.note === undefined && Object.keys(content.facts ?? {}).length === 0
        ? 'Enter what you want to add.'
        : null,
    'concern.decided': ({ actor }, facts, register) => decides(actor, facts, register),
    'concern.shared': mayShare,
  },
  steps: {
    'concern.told': (facts, { content }) => ({ ...facts, told: [...facts.told, content.told] }),
    'concern.acknowledged': (facts, { at, content }) => ({
      ...facts,
      owner: content.owner,
      acknowledgedAt: facts.acknowledgedAt ?? at,
    }),
    'concern.information-added': (facts, { content }) => {
      if (content.facts === undefined) return facts;
      const names = Object.keys(content.facts) as FactName[]; // `as`: the schema is strict, no other key gets through.
      return { ...facts, facts: { ...facts.facts, ...content.facts }, given: new Set([...facts.given, ...names]) };
    },
    'concern.decided': (facts, { id, actor, at, content: { v: _, ...decided } }) => ({
      ...facts,
      decisions: [...facts.decisions, { ...decided, event: id, by: actor, at }],
    }),
    'concern.shared': (facts, { content }) => ({ ...facts, sharedWith: [...facts.sharedWith, content.with] }),
  },
  readers: (facts, register) =>
    concernReaders(
      {
        person: facts.raised.person,
        raisedBy: facts.raisedBy,
        practice: facts.raised.practice,
        sharedWith: facts.sharedWith,
      },
      register,
    ),
};
