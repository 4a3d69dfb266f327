import type { aroundCalls } from '../../shared/contract/concern-around.ts';
import type { concernCourseCalls } from '../../shared/contract/concern-course.ts';
import type { concernDutyCalls } from '../../shared/contract/concern-duties.ts';
import type { concernRecordedCalls } from '../../shared/contract/concern-recorded.ts';
import type { concernCalls, Raised } from '../../shared/contract/concerns.ts';
import type { leadsNotesCalls } from '../../shared/contract/leads-notes.ts';
import { asksAgreement } from '../../shared/domain/basis-for-sharing.ts';
import type { Facts } from '../../shared/domain/concern-facts.ts';
import { firstMinuteProblems } from '../../shared/domain/first-minute.ts';
import type { EventId, PersonId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import type { PersonDetails } from '../../shared/events/people.ts';
import { namedReaders } from '../../shared/policy/concern-readers.ts';
import { toldIt } from '../../shared/policy/concern-recorded.ts';
import { readersAt } from '../../shared/policy/readers.ts';
import { decidersFor } from '../../shared/policy/register-state.ts';
import { endDraft } from '../drafts/commands.ts';
import { appendPerson, checkDetails, citePerson } from '../people/commands.ts';
import { type Context, type Handlers, InvalidInput, mustBeNewest, NotFound } from '../store/context.ts';
import { newId, practicePersonOf } from '../store/ids.ts';
import { Refused, type Writing } from '../store/log/write.ts';
import { wouldRefuse } from '../store/would.ts';
import { appendSafeContact, detailsWith } from './safe-contact.ts';

type Queries = 'list' | 'open' | 'whoReads' | 'actions' | 'trail' | 'waiting' | 'lateDecisions';
/**
 * What becomes of a concern after the decision is in `course.ts`, what the law wants beside it in `duties.ts`, who else
 * is in it in `around.ts`, how it came in in `recorded.ts`, what leads write for each other in `leads-notes.ts`.
 */
type Commands = Omit<
  Handlers<typeof concernCalls>,
  | Queries
  | keyof typeof concernCourseCalls
  | keyof typeof concernDutyCalls
  | keyof typeof aroundCalls
  | keyof typeof concernRecordedCalls
  | keyof typeof leadsNotesCalls
>;
type Asked = Parameters<Commands['raise']>[0];

function checkFirstMinute(context: Context, asked: Asked): void {
  const { about } = asked;
  const now = context.store.now().toISOString();
  const problems = firstMinuteProblems(asked, {
    today: context.today(),
    now,
    known: context.register.settings.concernCategories,
    born: (about.details ?? (about.person && context.person(about.person).facts.details))?.dateOfBirth,
  });
  if (Object.keys(problems).length > 0) throw new InvalidInput(problems);
}

interface Subject {
  readonly person: PersonId;
  readonly thread: ThreadId;
  readonly details: PersonDetails;
  readonly practiceRun: boolean;
}

function subjectOf(context: Context, writing: Writing, about: Asked['about']): Subject {
  if (about.details !== undefined)
    return { ...appendPerson(writing, about.details), details: about.details, practiceRun: false };
  if (about.person === undefined) throw new NotFound();
  const { thread, facts } = context.person(about.person);
  return { person: about.person, thread, details: facts.details, practiceRun: facts.practiceRun };
}

function raise(input: Asked, context: Context): Raised {
  const { about: named, draft, safeContact, keepSafeContact, ...asked } = input;
  const told = { safeContact, keepSafeContact };
  const about = named.details === undefined ? named : { details: detailsWith(named.details, told) };
  checkFirstMinute(context, input);
  if (about.details !== undefined) checkDetails(context, about.details);
  const concern = newId<ThreadId>();
  const { person, event } = context.store.commit((writing) => {
    const subject = subjectOf(context, writing, about);
    const { practice } = subject.details;
    if (subject.practiceRun && practiceRunOf(context).concern !== null)
      throw new Refused('You have done the practice run. Raise a real concern about a real person.');
    const written = writing.append(
      'concern.raised',
      { thread: concern, about: subject.person },
      { ...asked, person: subject.person, practice, ...(subject.practiceRun && { practiceRun: true }) },
    );
    const tellers = toldIt({ raised: { ...asked, person: subject.person } });
    const citation = { record: concern, kind: 'concern', by: context.me, practice, named: tellers } as const;
    citePerson(writing, { thread: subject.thread, about: subject.person }, citation);
    // An invented person stays as invented.
    appendSafeContact(writing, { ...subject, concern }, subject.practiceRun ? { safeContact } : told);
    endDraft(writing, context, draft);
    return { person: subject.person, event: written };
  });
  const state = context.state('concern', concern);
  const { register } = context;
  const readers = readersAt(state, register);
  const deciders = decidersFor(register, state.facts.raised.practice, person);
  return { concern, person, event, readers, deciders, reference: referenceOf('C', concern) };
}

function share({ concern, with: colleague, why }: Parameters<Commands['share']>[0], context: Context): null {
  const { about, facts } = context.state('concern', concern);
  if (about === null) throw new NotFound();
  const person = context.person(about);
  context.store.commit((writing) => {
    writing.append('concern.shared', { thread: concern, about }, { with: colleague, why });
    const named = [...namedReaders(facts), colleague];
    const { practice } = facts.raised;
    citePerson(
      writing,
      { thread: person.thread, about },
      { record: concern, kind: 'concern', by: facts.raisedBy, practice, named },
    );
  });
  return null;
}

interface OfConcern {
  readonly concern: ThreadId;
  /** The action to hand over, or null for the concern itself. */
  readonly action: { readonly decision: EventId; readonly action: number } | null;
}
interface Handing {
  readonly to: StaffId;
  readonly why: string;
}

/** Hands a concern, or an action of one, to a colleague inside a transaction. @throws Refused */
export function handOverConcernWork(context: Context, writing: Writing, work: OfConcern, { to, why }: Handing): void {
  const { concern, action } = work;
  const place = { thread: concern, about: context.state('concern', concern).about };
  if (action === null) writing.append('concern.reassigned', place, { owner: to, why });
  else writing.append('concern.action-given', place, { ...action, owner: to, why });
}

/** Why that would be refused, or null. */
export function refusalOfHandingOver(context: Context, { concern, action }: OfConcern, { to, why }: Handing) {
  const place = { thread: concern, about: context.state('concern', concern).about };
  return action === null
    ? wouldRefuse(context, 'concern.reassigned', place, { owner: to, why })
    : wouldRefuse(context, 'concern.action-given', place, { ...action, owner: to, why });
}

/** Whom I practise on and the concern I raised about them, as far as there are such. */
export function practiceRunOf({ me, store }: Context): {
  readonly person: PersonId | null;
  readonly concern: ThreadId | null;
} {
  const states = [...store.threads.values()].map(({ folded }) => folded.state);
  const person = states.find(
    (state) => state?.kind === 'person' && state.facts.practiceRun && state.facts.addedBy === me,
  );
  const concern = states.find(
    (state) => state?.kind === 'concern' && state.facts.raised.practiceRun === true && state.facts.raisedBy === me,
  );
  return { person: person?.about ?? null, concern: concern?.thread ?? null };
}

/** Built in and nobody: the name says so wherever it stands. */
const invented = { standing: 'registered', givenName: 'Practice', familyName: 'Run (invented)' } as const;

function startPracticeRun(context: Context) {
  const { me, register } = context;
  const { person, concern } = practiceRunOf(context);
  if (person !== null) return { person, concern };
  const practice =
    register.roles.find(({ staff }) => staff === me)?.practice ?? [...register.practices.keys()][0] ?? null;
  const id = practicePersonOf(context.store.store, me);
  const added = context.store.commit((writing) => appendPerson(writing, { ...invented, practice }, id));
  return { person: added.person, concern };
}

type Decided = Parameters<Commands['decide']>[0];

function checkDecision(context: Context, facts: Facts, decided: Omit<Decided, 'concern' | 'draft'>): void {
  const { decision, reviewOn, agreesOutside, agreesOutsideWhy } = decided;
  if (decision === 'keep-open-and-review' && reviewOn === null) {
    throw new InvalidInput({ reviewOn: 'Select a next review date' });
  }
  if (reviewOn !== null && reviewOn < context.today()) {
    throw new InvalidInput({ reviewOn: 'The review date must be today or later' });
  }
  // Where nothing goes outside, nobody has to have asked. A reason belongs to an answer: without one here it would stand
  // beside an older answer that it does not explain.
  const mustBeKnown = facts.agreesOutside === undefined && asksAgreement(decision);
  if (agreesOutside === undefined && (mustBeKnown || agreesOutsideWhy !== undefined)) {
    throw new InvalidInput({ agreesOutside: 'Select if the person agrees to it going outside the practice' });
  }
}

function decide({ concern, draft, ...decided }: Decided, context: Context): EventId {
  const state = context.concern(concern);
  mustBeNewest(state, decided.seen);
  checkDecision(context, state.facts.facts, decided);
  return context.store.commit((writing) => {
    endDraft(writing, context, draft);
    return writing.append('concern.decided', { thread: concern, about: state.about }, decided);
  });
}

export const concernCommands: Commands = {
  raise,
  tell({ concern, told }, context) {
    const { about } = context.concern(concern);
    if (told.at > context.store.now().toISOString())
      throw new InvalidInput({ at: 'The time must be now or in the past' });
    context.store.commit((writing) => writing.append('concern.told', { thread: concern, about }, { told }));
    return null;
  },
  acknowledge({ concern, seen, owner }, context) {
    const state = context.concern(concern);
    mustBeNewest(state, seen);
    context.store.commit((writing) =>
      writing.append('concern.acknowledged', { thread: concern, about: state.about }, { owner }),
    );
    return null;
  },
  // What is added stands beside what others wrote meanwhile, so an older `seen` loses nobody's words and is let through.
  addInformation({ concern, draft, note, facts }, context) {
    const { about } = context.concern(concern);
    return context.store.commit((writing) => {
      endDraft(writing, context, draft);
      return writing.append('concern.information-added', { thread: concern, about }, { note, facts });
    });
  },
  decide,
  // No `seen`: what else was written meanwhile does not matter, and whether the action is done the rule knows.
  finishAction({ concern, ...done }, context) {
    const { about } = context.concern(concern);
    return context.store.commit((writing) => writing.append('concern.action-done', { thread: concern, about }, done));
  },
  reopenAction({ concern, ...reopened }, context) {
    const { about } = context.concern(concern);
    return context.store.commit((writing) =>
      writing.append('concern.action-reopened', { thread: concern, about }, reopened),
    );
  },
  share,
  startPracticeRun: (_input, context) => startPracticeRun(context),
};
