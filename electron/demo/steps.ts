import type { InputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { PersonDetails } from '../../shared/events/people.ts';
import type { AroundActs } from './acts/around.ts';
import type { OutsideActs } from './acts/outside.ts';
import type { ReferralCourseActs } from './acts/referral-course.ts';
import type { StandingActs } from './acts/standing.ts';
import type { PersonKey } from './data/people.ts';
import type { PracticeKey, StaffKey } from './data/staff.ts';
import type { Dated, Moment } from './days.ts';

/** What a call takes, with relative days and without the ids that exist only once the demo runs. */
export type Ask<G extends keyof Contract, C extends keyof Contract[G], Ids extends PropertyKey = never> = Dated<
  Omit<InputOf<Contract[G][C]>, Ids | 'seen' | 'draft'>
>;
type Session = Ask<'supervision', 'record', 'supervisees' | 'concerns' | 'actions'>;
type Asked = Dated<Omit<NonNullable<InputOf<Contract['concerns']['decide']>['actions']>[number], 'owner'>>;
type Action = Dated<Omit<InputOf<Contract['supervision']['record']>['actions'][number], 'owner'>>;

/** Details of an invented person, with the practice by its name. */
export type DemoPerson = Dated<Omit<PersonDetails, 'practice' | 'nhsNumber'>> & {
  readonly nhsNumber?: string;
  readonly practice: PracticeKey | null;
};

interface HeldRole {
  readonly staff: StaffKey;
  readonly role: Role;
  readonly practice: PracticeKey;
}

/** What each act does, by name. Concerns, referrals and sessions carry names of the demo's own until they have ids. */
export interface Acts extends AroundActs, OutsideActs, ReferralCourseActs, StandingActs {
  addPractice: { readonly practice: PracticeKey };
  addStaff: { readonly staff: StaffKey };
  grant: HeldRole;
  confirm: HeldRole;
  review: object;
  supervise: { readonly staff: StaffKey; readonly supervisor: StaffKey };
  fallback: { readonly staff: StaffKey };
  contact: Ask<'register', 'setContact'>;
  council: { readonly practice: PracticeKey; readonly council: string };
  connection: { readonly staff: StaffKey; readonly person: PersonKey };
  addPerson: { readonly person: PersonKey };
  raise: {
    readonly concern: string;
    readonly about: PersonKey;
    /** The colleague who told it, where somebody else wrote it down. */
    readonly recordedFor?: StaffKey;
    readonly said: Ask<'concerns', 'raise', 'about' | 'recordedFor'>;
  };
  tell: { readonly concern: string; readonly told: Ask<'concerns', 'tell'>['told'] };
  /** Opens it, which the log notes, and takes it on. */
  acknowledge: { readonly concern: string };
  inform: { readonly concern: string; readonly said: Ask<'concerns', 'addInformation', 'concern'> };
  decide: {
    readonly concern: string;
    readonly actions?: readonly (Asked & { readonly owner: StaffKey })[];
    readonly said: Ask<'concerns', 'decide', 'concern' | 'actions'>;
  };
  /** `action` counts from 0 through all actions of the concern, whichever decision asked for them. */
  finishAction: { readonly concern: string; readonly action: number; readonly outcome: string };
  share: { readonly concern: string; readonly with: StaffKey; readonly why: string };
  refer: {
    readonly referral: string;
    readonly about: PersonKey;
    readonly concern?: string;
    readonly said: Ask<'referrals', 'send', 'person' | 'concern' | 'recipient'>;
  };
  answer: { readonly referral: string; readonly said: Ask<'referrals', 'answer', 'referral'> };
  session: {
    readonly session: string;
    readonly supervisees: readonly StaffKey[];
    readonly concerns: readonly string[];
    readonly actions: readonly (Action & { readonly owner: StaffKey })[];
    readonly said: Session;
  };
  sign: { readonly session: string; readonly said: Ask<'supervision', 'sign', 'session'> };
  comment: { readonly session: string; readonly comment: string };
  draft: { readonly draft: string; readonly said: Omit<InputOf<Contract['drafts']['save']>, 'draft'> };
}

export type Act = { readonly [K in keyof Acts]: { readonly do: K } & Acts[K] }[keyof Acts];

export interface Step {
  readonly at: Moment;
  readonly by: StaffKey;
  readonly act: Act;
}

/** What somebody enters at one sitting. */
export function sitting(at: Moment, by: StaffKey, ...acts: readonly Act[]): readonly Step[] {
  return acts.map((act) => ({ at, by, act }));
}
