import type { Likeness } from '../domain/alike.ts';
import type { Instant } from '../domain/calendar.ts';
import { type PersonId, personId, type StaffId } from '../domain/ids.ts';
import { optionalWords } from '../domain/text.ts';
import { personCourse } from '../events/person-course.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';
import type { PersonLine } from './people.ts';

/** Somebody in the log who may be the person that is being added. */
export interface Suspect extends PersonLine {
  /** Two people never share an NHS number. */
  readonly sameNumber: boolean;
}

/** Two records that may be about one person, older first. */
export interface Pair {
  readonly one: PersonLine;
  readonly other: PersonLine;
  readonly likeness: Likeness;
  /** Which of the two may be kept: whoever decides about the other one's practice gives that one up. */
  readonly keep: readonly PersonId[];
}

/** That the record of somebody goes on under another one, or holds what another one goes on under. */
export interface Joined {
  readonly person: PersonId;
  readonly reference: string;
  readonly name: string;
  readonly by: StaffId;
  readonly at: Instant;
  readonly why: string;
}

const typed = optionalWords(256);
const { why } = personCourse['person.joined'].content.shape;
const { why: whyDifferent } = personCourse['person.kept-apart'].content.shape;
const { why: whyParted } = personCourse['person.parted'].content.shape;

export const samePersonCalls = {
  /** Among those whom I read; what is entered need not be right or whole yet. */
  like: query<readonly Suspect[]>()(
    z.strictObject({
      givenName: typed,
      familyName: typed,
      knownAs: typed,
      dateOfBirth: typed,
      nhsNumber: typed,
    }),
  ),
  /** Pairs about which I may decide. */
  pairs: query<readonly Pair[]>()(z.strictObject({})),
  /** `person` is given up, `with` is kept. */
  join: command<null>()(z.strictObject({ person: personId, with: personId, why })),
  part: command<null>()(z.strictObject({ person: personId, why: whyParted })),
  keepApart: command<null>()(z.strictObject({ person: personId, from: personId, why: whyDifferent })),
};
