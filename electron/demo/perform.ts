import { type Answer, sentenceFor } from '../../shared/contract/failures.ts';
import type { LogClient } from '../../shared/contract/index.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { StoreFailure } from '../store/failure.ts';
import { aroundActs } from './acts/around.ts';
import { outsideActs } from './acts/outside.ts';
import { referralCourseActs } from './acts/referral-course.ts';
import { standingActs } from './acts/standing.ts';
import { type GrowingCast, idOf } from './cast.ts';
import { type PersonKey, people } from './data/people.ts';
import { practices, type StaffKey, staff } from './data/staff.ts';
import { dated } from './days.ts';
import type { Act, Acts, DemoPerson } from './steps.ts';

/** What an act works with: the calls that the screens use, as the person who is signed in. */
export interface Stage {
  readonly log: LogClient;
  readonly cast: GrowingCast;
  readonly me: StaffKey;
  /** The day from which the demo counts. */
  readonly today: IsoDate;
}

/** The value of an answer. @throws Error when the log refused, which the demo never expects */
export async function must<T>(answer: Promise<Answer<T>>): Promise<T> {
  const settled = await answer;
  if (settled.ok) return settled.value;
  const { failure } = settled;
  const fields = failure.kind === 'invalid' ? ` ${JSON.stringify(failure.fields)}` : '';
  // A full disk is no mistake of the demo: whoever asked for it is told which trouble it was.
  const trouble = failure.kind === 'store' ? { cause: new StoreFailure(failure.problem, failure.entry) } : {};
  throw new Error(`The demo could not be made. ${sentenceFor(failure)}${fields}`, trouble);
}

function detailsOf({ cast, today }: Stage, key: PersonKey) {
  const { practice, ...details }: DemoPerson = people[key];
  return { ...dated(details, today), practice: practice === null ? null : idOf(cast.practices, practice) };
}

/** Somebody already in the log by their id, anybody else with what is known of them. */
function subject(stage: Stage, key: PersonKey) {
  const person = stage.cast.people.get(key);
  return person === undefined ? { details: detailsOf(stage, key) } : { person };
}

function heldRole({ cast }: Stage, { staff: whom, role, practice }: Acts['grant']) {
  return { staff: idOf(cast.staff, whom), role, practice: idOf(cast.practices, practice) };
}

/** A colleague who told a concern that somebody else wrote down. */
function toldBy({ cast }: Stage, key: StaffKey) {
  const { name, jobTitle } = staff[key];
  return { name, role: jobTitle, staff: idOf(cast.staff, key) };
}

/** The concern as its screen shows it, which the log notes. */
async function opened({ log }: Stage, concern: ThreadId) {
  return must(log.concerns.open({ concern }));
}

type Performer<K extends keyof Acts> = (act: Acts[K], stage: Stage) => Promise<unknown>;

const practiceActs = {
  async addPractice({ practice }, { log, cast }) {
    cast.practices.set(practice, await must(log.register.addPractice({ name: practices[practice] })));
  },
  async addStaff({ staff: key }, { log, cast }) {
    cast.staff.set(key, await must(log.register.addStaff(staff[key])));
  },
  grant: (act, stage) => must(stage.log.register.grantRole(heldRole(stage, act))),
  confirm: (act, stage) => must(stage.log.register.confirmRole(heldRole(stage, act))),
  review: (_act, { log }) => must(log.register.reviewFounding({})),
  supervise: (act, { log, cast }) =>
    must(
      log.register.assignSupervisor({
        staff: idOf(cast.staff, act.staff),
        supervisor: idOf(cast.staff, act.supervisor),
      }),
    ),
  fallback: (act, { log, cast }) =>
    must(log.register.changeSetting({ change: { setting: 'fallback-reader', value: idOf(cast.staff, act.staff) } })),
  contact({ contact, name, phone, outOfHours, kind, council, email, note, checkedOn }, { log, today }) {
    const at = dated({ checkedOn }, today);
    return must(log.register.setContact({ contact, name, phone, outOfHours, kind, council, email, note, ...at }));
  },
  council: ({ practice, council }, { log, cast }) => {
    const value = { practice: idOf(cast.practices, practice), council };
    return must(log.register.changeSetting({ change: { setting: 'practice-council', value } }));
  },
  connection: (act, { log, cast }) =>
    must(log.register.declareConnection({ staff: idOf(cast.staff, act.staff), person: idOf(cast.people, act.person) })),
} satisfies { [K in keyof Acts]?: Performer<K> };

const concernActs = {
  async raise({ concern, about, recordedFor, said }, stage) {
    const { log, cast, today } = stage;
    const raised = await must(
      log.concerns.raise({
        about: subject(stage, about),
        ...dated(said, today),
        ...(recordedFor !== undefined && { recordedFor: toldBy(stage, recordedFor) }),
      }),
    );
    cast.people.set(about, raised.person);
    cast.concerns.set(concern, raised.concern);
  },
  tell: ({ concern, told }, { log, cast, today }) =>
    must(log.concerns.tell({ concern: idOf(cast.concerns, concern), told: dated(told, today) })),
  async acknowledge({ concern: key }, stage) {
    const concern = idOf(stage.cast.concerns, key);
    const { newest: seen } = await opened(stage, concern);
    await must(stage.log.concerns.acknowledge({ concern, seen, owner: idOf(stage.cast.staff, stage.me) }));
  },
  async inform({ concern: key, said }, stage) {
    const concern = idOf(stage.cast.concerns, key);
    const { newest: seen } = await opened(stage, concern);
    await must(stage.log.concerns.addInformation({ concern, seen, ...dated(said, stage.today) }));
  },
  async decide({ concern: key, actions = [], said }, stage) {
    const { cast, log, today } = stage;
    const concern = idOf(cast.concerns, key);
    const { newest: seen } = await opened(stage, concern);
    const asked = actions.map(({ owner, ...action }) => ({ ...dated(action, today), owner: idOf(cast.staff, owner) }));
    await must(log.concerns.decide({ concern, seen, actions: asked, ...dated(said, today) }));
  },
  async finishAction({ concern: key, action: place, outcome }, stage) {
    const concern = idOf(stage.cast.concerns, key);
    const asked = (await opened(stage, concern)).state.actions[place];
    if (asked === undefined) throw new Error(`the demo finishes an action that ${key} does not have`);
    const { decision, action } = asked;
    await must(stage.log.concerns.finishAction({ concern, decision, action, outcome: dated(outcome, stage.today) }));
  },
  share: ({ concern, with: colleague, why }, { log, cast }) =>
    must(log.concerns.share({ concern: idOf(cast.concerns, concern), with: idOf(cast.staff, colleague), why })),
} satisfies { [K in keyof Acts]?: Performer<K> };

const otherActs = {
  async addPerson({ person }, stage) {
    stage.cast.people.set(person, await must(stage.log.people.add({ details: detailsOf(stage, person) })));
  },
  async refer({ referral, about, concern, said }, { log, cast, today }) {
    const on = concern === undefined ? {} : { concern: idOf(cast.concerns, concern) };
    const sent = await must(log.referrals.send({ person: idOf(cast.people, about), ...on, ...dated(said, today) }));
    cast.referrals.set(referral, sent.referral);
  },
  async answer({ referral: key, said }, { log, cast, today }) {
    const referral = idOf(cast.referrals, key);
    const { newest: seen } = await must(log.referrals.open({ referral }));
    await must(log.referrals.answer({ referral, seen, ...dated(said, today) }));
  },
  async session({ session, supervisees, concerns, actions, said }, { log, cast, today }) {
    const recorded = await must(
      log.supervision.record({
        ...dated(said, today),
        supervisees: supervisees.map((key) => idOf(cast.staff, key)),
        concerns: concerns.map((key) => idOf(cast.concerns, key)),
        actions: actions.map(({ owner, ...action }) => ({ ...dated(action, today), owner: idOf(cast.staff, owner) })),
      }),
    );
    cast.sessions.set(session, recorded.session);
  },
  async sign({ session: key, said }, { log, cast, today }) {
    const session = idOf(cast.sessions, key);
    const { newest: seen } = await must(log.supervision.open({ session }));
    await must(log.supervision.sign({ session, seen, ...dated(said, today) }));
  },
  comment: ({ session, comment }, { log, cast, today }) =>
    must(log.supervision.comment({ session: idOf(cast.sessions, session), comment: dated(comment, today) })),
  async draft({ draft, said }, { log, cast }) {
    cast.drafts.set(draft, (await must(log.drafts.save(said))).draft);
  },
} satisfies { [K in keyof Acts]?: Performer<K> };

const performers: { readonly [K in keyof Acts]: Performer<K> } = {
  ...practiceActs,
  ...concernActs,
  ...otherActs,
  ...referralCourseActs,
  ...standingActs,
  ...aroundActs,
  ...outsideActs,
};

export async function perform(act: Act, stage: Stage): Promise<void> {
  const performer = performers[act.do] as (act: Act, stage: Stage) => Promise<unknown>; // `as`: the table pairs them.
  await performer(act, stage);
}
