import type { Instant } from '../domain/calendar.ts';
import type { PersonId, PracticeId, StaffId, ThreadId } from '../domain/ids.ts';
import { leadRoles } from '../domain/roles.ts';
import type { ContentOf, ContentType } from '../events/index.ts';
import type { PersonDetails, peopleEvents } from '../events/people.ts';
import { concernReaders } from './concern-readers.ts';
import {
  type CoursedPerson,
  noPersonCourse,
  type PersonCourseType,
  personCourseRules,
  personCourseSteps,
} from './person-course.ts';
import { referralReaders } from './referrals.ts';
import { decidersFor, holdersOf, type RegisterState } from './register-state.ts';
import type { ThreadPolicy } from './thread.ts';

type Citation = Omit<ContentOf<'person.cited'>, 'v'>;

/** Details that others replaced: what they were, and who replaced them when. */
export interface EarlierDetails {
  readonly details: PersonDetails;
  readonly replacedBy: StaffId;
  readonly replacedAt: Instant;
}

export interface PersonFacts extends CoursedPerson {
  readonly earlier: readonly EarlierDetails[];
  readonly addedBy: StaffId;
  readonly addedAt: Instant;
  readonly citations: readonly Citation[];
}

export function readersOfCitation(
  { kind, by, practice, named }: Citation,
  person: PersonId,
  register: RegisterState,
): readonly StaffId[] {
  return kind === 'concern'
    ? concernReaders({ person, raisedBy: by, practice, sharedWith: named }, register)
    : referralReaders({ sentBy: by, practice, named }, register);
}

function leadsOf(practice: PracticeId | null, register: RegisterState): readonly StaffId[] {
  return practice === null ? [] : holdersOf(register, leadRoles, practice);
}

export function citationOf(facts: PersonFacts, record: ThreadId): Citation | undefined {
  return facts.citations.find((citation) => citation.record === record);
}

const inventedPerson =
  'This is nobody real: a colleague practised on them, and nothing about them is counted. Add the person whom you mean.';

type Later = Exclude<keyof typeof peopleEvents & ContentType, 'person.added'> | PersonCourseType;

export const peoplePolicy: ThreadPolicy<'person', PersonFacts, 'person.added', Later> = {
  kind: 'person',
  first: 'person.added',
  mayBegin: ({ about, content }, register) => {
    if (about !== content.person) return 'The record and the person in it differ.';
    const { practice } = content.details;
    return practice === null || register.practices.has(practice) ? null : 'Choose a practice from the list.';
  },
  begin: ({ actor, at, content }) => ({
    about: content.person,
    facts: {
      person: content.person,
      details: content.details,
      earlier: [],
      addedBy: actor,
      addedAt: at,
      practiceRun: content.practiceRun === true,
      citations: [],
      course: noPersonCourse,
    },
  }),
  rules: {
    ...personCourseRules,
    'person.changed': ({ content }, { practiceRun }, register) => {
      // Who was made up to practise on must never turn into somebody real, whose concerns would then not count.
      if (practiceRun) return inventedPerson;
      const { practice } = content.details;
      return practice === null || register.practices.has(practice) ? null : 'Choose a practice from the list.';
    },
    'person.cited': ({ actor, content }, facts, register) => {
      const standing = citationOf(facts, content.record);
      if (standing === undefined && facts.practiceRun && actor !== facts.addedBy) return inventedPerson;
      if (standing === undefined) return content.by === actor ? null : 'Only its author can enter a new record.';
      const { by, kind, practice } = standing;
      if (content.by !== by || content.kind !== kind || content.practice !== practice) {
        return 'The author, kind and practice of a record do not change.';
      }
      // Naming somebody gives them the person's details to read, so only who may share the record may do it.
      // Whoever sent a referral chose its recipient, and may so choose who goes on with it.
      const may =
        decidersFor(register, practice, facts.person).includes(actor) || (kind === 'referral' && by === actor);
      return may ? null : "Only a safeguarding lead or deputy of the person's practice can do this.";
    },
  },
  steps: {
    ...personCourseSteps<PersonFacts>(),
    'person.changed': (facts, { actor, at, content }) => ({
      ...facts,
      details: content.details,
      earlier: [...facts.earlier, { details: facts.details, replacedBy: actor, replacedAt: at }],
    }),
    'person.cited': (facts, { content: { v: _, ...citation } }) => ({
      ...facts,
      citations: [...facts.citations.filter(({ record }) => record !== citation.record), citation],
    }),
  },
  /** Everyone who reads a concern or referral about them; leads and deputies of their practice; whoever added them until then. */
  readers: (facts, register) => [
    ...(facts.citations.length === 0 ? [facts.addedBy] : []),
    ...leadsOf(facts.details.practice, register),
    ...facts.citations.flatMap((citation) => readersOfCitation(citation, facts.person, register)),
  ],
};
