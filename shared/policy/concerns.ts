import type { Instant, IsoDate } from '../domain/calendar.ts';
import type { FactName, Facts } from '../domain/concern-facts.ts';
import type { EventId, StaffId } from '../domain/ids.ts';
import type { concernAround } from '../events/concern-around.ts';
import type { concernCourse } from '../events/concern-course.ts';
import type { concernDuties } from '../events/concern-duties.ts';
import type { concernRecorded } from '../events/concern-recorded.ts';
import type { concernEvents } from '../events/concerns.ts';
import type { ContentOf, ContentType, ThreadEvent } from '../events/index.ts';
import { whoMayRead } from './audience.ts';
import { settled } from './closing.ts';
import { aroundRules, aroundSteps, type ConcernAround, nothingAround } from './concern-around.ts';
import { courseOf } from './concern-course.ts';
import { type ConcernDuties, mayReport, maySayShared, noDuties, withReport, withSharing } from './concern-duties.ts';
import { audienceOf, concernReaders, readersOfConcern } from './concern-readers.ts';
import { type Confirmation, confirmedBy, mayConfirm, mayRecordFor } from './concern-recorded.ts';
import { type ConcernCourse, closedStages, closingOf, noCourse, stageOf } from './concern-stage.ts';
import { decidersFor, isActive, isConnected, type RegisterState } from './register-state.ts';
import { type Restricted, restrictedDeciders, restrictedReaders } from './restricted-audience.ts';
import type { ThreadPolicy, Verdict } from './thread.ts';

export interface Decision extends Omit<ContentOf<'concern.decided'>, 'v'> {
  readonly event: EventId;
  readonly by: StaffId;
  readonly at: Instant;
}

/** What a decision asked somebody to do. An action that was opened again is not done. */
export interface ConcernAction {
  readonly decision: EventId;
  /** Its place in that decision, from 0. */
  readonly action: number;
  readonly what: string;
  readonly owner: StaffId;
  readonly dueOn: IsoDate | null;
  readonly by: StaffId;
  readonly at: Instant;
  readonly done: { readonly by: StaffId; readonly at: Instant; readonly outcome: string } | null;
}

export interface ConcernFacts {
  readonly raised: Omit<ContentOf<'concern.raised'>, 'v'>;
  readonly raisedBy: StaffId;
  readonly raisedAt: Instant;
  readonly told: ContentOf<'concern.raised'>['told'];
  /** What whoever it was recorded for answered; null until then. */
  readonly confirmed: Confirmation | null;
  readonly owner: StaffId | null;
  readonly acknowledgedAt: Instant | null;
  readonly given: ReadonlySet<FactName>;
  readonly facts: Facts;
  readonly decisions: readonly Decision[];
  /** Those of all decisions, in the order in which they were asked for. */
  readonly actions: readonly ConcernAction[];
  readonly sharedWith: readonly StaffId[];
  readonly course: ConcernCourse;
  /** Of a restricted concern alone: nobody reads that by a role. */
  readonly restricted?: Restricted;
  readonly around: ConcernAround;
  readonly duties: ConcernDuties;
}

/** Whether nothing more is to be done about it, until somebody reopens it. */
export function isClosed(facts: ConcernFacts): boolean {
  return closedStages.includes(stageOf(facts));
}

/** Who decides what the practice does about it. */
export function decidersOf({ raised, restricted }: ConcernFacts, register: RegisterState): readonly StaffId[] {
  return restricted === undefined
    ? decidersFor(register, raised.practice, raised.person)
    : restrictedDeciders(restricted, raised.person, register);
}

function isDecider(staff: StaffId, facts: ConcernFacts, register: RegisterState): boolean {
  return decidersOf(facts, register).includes(staff);
}

/** Who reads it: whom an action can be given to. */
function readersOfFacts(facts: ConcernFacts, register: RegisterState): readonly StaffId[] {
  const { raisedBy, raised, restricted } = facts;
  if (restricted === undefined) return readersOfConcern(audienceOf(facts), register);
  return whoMayRead(restrictedReaders(raisedBy, restricted), { author: raisedBy, about: raised.person }, register);
}

const notTheirs = "Only a safeguarding lead or deputy of the person's practice can do this.";
const notTheirsRestricted = 'Only those who decide about this restricted concern can do this.';

function decides(actor: StaffId, facts: ConcernFacts, register: RegisterState): Verdict {
  if (isDecider(actor, facts, register)) return null;
  return facts.restricted === undefined ? notTheirs : notTheirsRestricted;
}

function mayAcknowledge(
  event: ThreadEvent<'concern.acknowledged'>,
  facts: ConcernFacts,
  register: RegisterState,
): Verdict {
  const { owner } = event.content;
  if (!isDecider(owner, facts, register)) {
    return "Choose a safeguarding lead or deputy of the person's practice as owner.";
  }
  return decides(event.actor, facts, register);
}

function mayReassign(event: ThreadEvent<'concern.reassigned'>, facts: ConcernFacts, register: RegisterState): Verdict {
  if (facts.owner === null) return 'Nobody owns this concern yet. Acknowledge it instead.';
  if (facts.owner === event.content.owner) return 'They own this concern already.';
  if (!isDecider(event.content.owner, facts, register))
    return "Choose a safeguarding lead or deputy of the person's practice as owner.";
  return decides(event.actor, facts, register);
}

function mayShare(event: ThreadEvent<'concern.shared'>, facts: ConcernFacts, register: RegisterState): Verdict {
  const { with: colleague } = event.content;
  if (!isActive(register, colleague)) return 'This person does not work here.';
  if (facts.sharedWith.includes(colleague)) return 'It is shared with them already.';
  if (isConnected(register, colleague, facts.raised.person)) {
    return 'They have declared a connection with this person, so it cannot be shared with them.';
  }
  // Whoever stands in reads for a time: by sharing with themselves they would read for ever.
  if (readersOfFacts(facts, register).includes(colleague)) return 'They read it already.';
  return decides(event.actor, facts, register);
}

function mayDecide(
  { actor, content }: ThreadEvent<'concern.decided'>,
  facts: ConcernFacts,
  register: RegisterState,
): Verdict {
  const readers = readersOfFacts(facts, register);
  const owned = (content.actions ?? []).every(({ owner }) => readers.includes(owner));
  // A decision that nothing more is done is decided anew by the next one; what was closed is reopened first.
  const done = closingOf(facts) === null && stageOf(facts) === 'closed' ? null : settled(facts);
  return (
    decides(actor, facts, register) ??
    done ??
    (owned ? null : 'Choose an owner for each action who can read this concern.')
  );
}

type ActionEvent = 'concern.action-done' | 'concern.action-reopened' | 'concern.action-given';

function mayFinish(wasDone: boolean) {
  return ({ actor, content }: ThreadEvent<ActionEvent>, facts: ConcernFacts, register: RegisterState): Verdict => {
    const found = facts.actions.find((one) => isThat(one, content));
    if (found === undefined) return 'This concern has no such action.';
    if (found.owner !== actor && !isDecider(actor, facts, register))
      return "Only the owner of this action, or a safeguarding lead or deputy of the person's practice, can do this.";
    if ((found.done !== null) === wasDone) return null;
    return wasDone ? 'This action is not done, so it is open already.' : 'This action is done already.';
  };
}

function mayGive(event: ThreadEvent<'concern.action-given'>, facts: ConcernFacts, register: RegisterState): Verdict {
  const { owner } = event.content;
  const found = facts.actions.find((one) => isThat(one, event.content));
  if (found?.owner === owner) return 'This action is theirs already.';
  if (!readersOfFacts(facts, register).includes(owner))
    return 'Choose an owner for this action who can read this concern.';
  return mayFinish(false)(event, facts, register);
}

type Named = Pick<ConcernAction, 'decision' | 'action'>;

function isThat(one: Named, { decision, action }: Named): boolean {
  return one.decision === decision && one.action === action;
}

function withAction(facts: ConcernFacts, which: Named, change: Partial<ConcernAction>): ConcernFacts {
  return { ...facts, actions: facts.actions.map((one) => (isThat(one, which) ? { ...one, ...change } : one)) };
}

function namesOf(answers: Facts | undefined): readonly FactName[] {
  return Object.keys(answers ?? {}) as FactName[]; // `as`: the schema is strict, no other key gets through.
}

/** A decision that says whether they agree answers that question of the concern too. */
function withAnswer(facts: ConcernFacts, { agreesOutside, agreesOutsideWhy }: ContentOf<'concern.decided'>) {
  if (agreesOutside === undefined) return facts;
  const answer = { answer: agreesOutside, ...(agreesOutsideWhy !== undefined && { note: agreesOutsideWhy }) };
  const given = new Set([...facts.given, 'agreesOutside' as const]);
  return { ...facts, facts: { ...facts.facts, agreesOutside: answer }, given };
}

function decided(facts: ConcernFacts, { id, actor, at, content }: ThreadEvent<'concern.decided'>): ConcernFacts {
  const { v: _, ...said } = content;
  const asked = (said.actions ?? []).map((one, action) => ({
    decision: id,
    action,
    ...one,
    by: actor,
    at,
    done: null,
  }));
  return {
    ...withAnswer(facts, content),
    decisions: [...facts.decisions, { ...said, event: id, by: actor, at }],
    actions: [...facts.actions, ...asked],
  };
}

type Later = Exclude<
  keyof (typeof concernEvents &
    typeof concernCourse &
    typeof concernAround &
    typeof concernDuties &
    typeof concernRecorded) &
    ContentType,
  'concern.raised'
>;
type Policy = ThreadPolicy<'concern', ConcernFacts, 'concern.raised', Later>;
const course = courseOf<ConcernFacts>(decides);

export const concernPolicy: Policy = {
  kind: 'concern',
  first: 'concern.raised',
  // Anybody who works here may raise one. Nobody can stop a report.
  mayBegin: ({ about, actor, content }, register) => {
    if (about !== content.person) return 'The record and the person in it differ.';
    return content.practice === null || register.practices.has(content.practice)
      ? mayRecordFor(content, actor, register)
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
      confirmed: null,
      acknowledgedAt: null,
      given: new Set(namesOf(raised.facts)),
      facts: raised.facts ?? {},
      decisions: [],
      actions: [],
      sharedWith: [],
      course: noCourse,
      around: nothingAround,
      duties: noDuties,
    },
  }),
  rules: {
    'concern.told': () => null,
    'concern.acknowledged': mayAcknowledge,
    'concern.reassigned': mayReassign,
    'concern.information-added': ({ content }) =>
      content.note === undefined && Object.keys(content.facts ?? {}).length === 0
        ? 'Enter what you want to add.'
        : null,
    'concern.decided': mayDecide,
    'concern.action-done': mayFinish(false),
    'concern.action-reopened': mayFinish(true),
    'concern.action-given': mayGive,
    'concern.shared': mayShare,
    'concern.confirmed': mayConfirm,
    'concern.sharing-decided': (event, facts, register) =>
      maySayShared(event, facts, decides(event.actor, facts, register)),
    'concern.report-recorded': mayReport,
    ...course.rules,
    ...aroundRules,
  },
  steps: {
    'concern.told': (facts, { content }) => ({ ...facts, told: [...facts.told, content.told] }),
    'concern.acknowledged': (facts, { at, content }) => ({
      ...facts,
      owner: content.owner,
      acknowledgedAt: facts.acknowledgedAt ?? at,
    }),
    'concern.reassigned': (facts, { content }) => ({ ...facts, owner: content.owner }),
    'concern.information-added': (facts, { content }) => {
      if (content.facts === undefined) return facts;
      const given = new Set([...facts.given, ...namesOf(content.facts)]);
      return { ...facts, facts: { ...facts.facts, ...content.facts }, given };
    },
    'concern.decided': decided,
    'concern.action-done': (facts, { actor, at, content }) =>
      withAction(facts, content, { done: { by: actor, at, outcome: content.outcome } }),
    'concern.action-reopened': (facts, { content }) => withAction(facts, content, { done: null }),
    'concern.action-given': (facts, { content }) => withAction(facts, content, { owner: content.owner }),
    'concern.shared': (facts, { content }) => ({ ...facts, sharedWith: [...facts.sharedWith, content.with] }),
    'concern.confirmed': (facts, event) => ({ ...facts, confirmed: confirmedBy(event) }),
    'concern.sharing-decided': (facts, event) => ({ ...facts, duties: withSharing(facts.duties, event) }),
    'concern.report-recorded': (facts, event) => ({ ...facts, duties: withReport(facts.duties, event) }),
    ...course.steps,
    ...aroundSteps<ConcernFacts>(),
  },
  readers: (facts, register) => concernReaders(audienceOf(facts), register),
};
