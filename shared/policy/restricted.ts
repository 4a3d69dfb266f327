import type { StaffId } from '../domain/ids.ts';
import type { ContentType, ThreadEvent } from '../events/index.ts';
import { type ConcernFacts, concernPolicy, decidersOf } from './concerns.ts';
import type { RegisterState } from './register-state.ts';
import { couldBeNamed, namesEnough, type Restricted, restrictedReaders } from './restricted-audience.ts';
import type { ThreadPolicy, ThreadState, Verdict } from './thread.ts';

/** A concern whose readers are named one by one. What can be done with it is what can be done with any concern. */
export interface RestrictedFacts extends ConcernFacts {
  readonly restricted: Restricted;
}

/** Whether all of an event is sealed, its type and author too: it begins a restricted concern, or belongs to one. */
export function isSealedWhole(type: ContentType, state: Pick<ThreadState, 'kind'> | null): boolean {
  return state === null ? type === 'restricted.raised' : state.kind === 'restricted';
}

const oneMore = 'Name one more reader: this concern is not sealed to the recovery key.';

function mayRaise({ actor, about, content }: ThreadEvent<'restricted.raised'>, register: RegisterState): Verdict {
  const { person, details, practice, keptFrom, readers: named } = content;
  if (about !== person || details.practice !== practice) return 'The record and the person in it differ.';
  if (practice !== null && !register.practices.has(practice)) return 'Choose a practice from the list.';
  if (keptFrom.includes(actor)) return 'You cannot keep from yourself what you write.';
  const may = couldBeNamed({ raisedBy: actor, about, keptFrom, named: [] }, register);
  if (new Set(named).size !== named.length || !named.every((staff) => may.includes(staff)))
    return 'Somebody named here cannot read this. Choose from the list.';
  return namesEnough({ named, toRecovery: content.holdsHalf === 'no' }, may.length) ? null : oneMore;
}

/** The raiser, who must never be the only one without a say in it, and those who decide. */
function names(actor: StaffId, facts: RestrictedFacts, register: RegisterState): Verdict {
  const may = actor === facts.raisedBy || decidersOf(facts, register).includes(actor);
  return may ? null : 'Only the person who raised this, or one who decides about it, can do this.';
}

function mayAdd(
  { actor, about, content: { reader } }: ThreadEvent<'restricted.reader-added'>,
  facts: RestrictedFacts,
  register: RegisterState,
): Verdict {
  const { keptFrom, named } = facts.restricted;
  if (facts.raisedBy === reader || named.includes(reader)) return 'They read it already.';
  if (keptFrom.includes(reader)) return 'This concern is kept from them.';
  const may = couldBeNamed({ raisedBy: facts.raisedBy, about: aboutPerson(about), keptFrom, named }, register);
  if (!may.includes(reader)) return 'They cannot read this. They have left, or declared a connection.';
  return names(actor, facts, register);
}

function mayRemove(
  { actor, about, content: { reader } }: ThreadEvent<'restricted.reader-removed'>,
  facts: RestrictedFacts,
  register: RegisterState,
): Verdict {
  const { named, keptFrom, toRecovery } = facts.restricted;
  if (reader === facts.raisedBy) return 'The person who raised it always reads it.';
  if (reader === actor) return 'Ask another reader to take you out.';
  if (!named.includes(reader)) return 'They do not read it.';
  const { raisedBy } = facts;
  const could = couldBeNamed({ raisedBy, about: aboutPerson(about), keptFrom, named: [] }, register).length;
  if (!namesEnough({ named: without(named, reader), toRecovery }, could)) return oneMore;
  return names(actor, facts, register);
}

const without = (named: readonly StaffId[], reader: StaffId): readonly StaffId[] =>
  named.filter((staff) => staff !== reader);

// `as`: what begins such a thread is about the person in its content, and the rest of it must be about the same.
const aboutPerson = (about: ThreadEvent['about']) => about as ConcernFacts['raised']['person'] | null;

// It leads to no other record, and nobody is given it to read but by being named.
const {
  'concern.shared': _shared,
  'concern.confirmed': _confirmed,
  'concern.linked': _linked,
  'concern.unlinked': _unlinked,
  ...rulesOfConcern
} = concernPolicy.rules;

type OfConcern = keyof typeof rulesOfConcern;
type Own = 'restricted.reader-added' | 'restricted.reader-removed' | 'restricted.opened' | 'restricted.printed';

function withNamed(facts: RestrictedFacts, named: readonly StaffId[]): RestrictedFacts {
  return { ...facts, restricted: { ...facts.restricted, named } };
}

type Rules = ThreadPolicy<'restricted', RestrictedFacts, 'restricted.raised', OfConcern | Own>['rules'];
type Steps = ThreadPolicy<'restricted', RestrictedFacts, 'restricted.raised', OfConcern | Own>['steps'];

/** Steps of a concern change what is a concern's; who reads it stays as it is. */
const stepsOfConcern = concernPolicy.steps as unknown as Pick<Steps, OfConcern>; // `as`: each spreads the facts that it was given.

const rules: Rules = {
  ...rulesOfConcern,
  'restricted.reader-added': mayAdd,
  'restricted.reader-removed': mayRemove,
  'restricted.opened': () => null,
  'restricted.printed': () => null,
};

export const restrictedPolicy: ThreadPolicy<'restricted', RestrictedFacts, 'restricted.raised', OfConcern | Own> = {
  kind: 'restricted',
  first: 'restricted.raised',
  mayBegin: mayRaise,
  begin: ({ content, ...event }) => {
    const { details, keptFrom, readers: named, holdsHalf, ...raised } = content;
    const begun = concernPolicy.begin({ ...event, type: 'concern.raised', content: raised });
    const restricted = { details, keptFrom, named, toRecovery: holdsHalf === 'no' };
    return { about: begun.about, facts: { ...begun.facts, restricted } };
  },
  rules,
  steps: {
    ...stepsOfConcern,
    'restricted.reader-added': (facts, { content }) => withNamed(facts, [...facts.restricted.named, content.reader]),
    'restricted.reader-removed': (facts, { content }) =>
      withNamed(facts, without(facts.restricted.named, content.reader)),
    'restricted.opened': (facts) => facts,
    'restricted.printed': (facts) => facts,
  },
  readers: ({ raisedBy, restricted }) => restrictedReaders(raisedBy, restricted),
};
