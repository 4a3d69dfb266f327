import { type PersonId, personId } from '../domain/ids.ts';
import { personCourse } from '../events/person-course.ts';
import { z } from '../zod.ts';
import { command } from './call.ts';

/** Somebody who lives with a person. */
export interface Housemate {
  readonly person: PersonId;
  readonly name: string;
  readonly dateOfBirth: string | null;
  readonly relation: string | null;
}

const { relation } = personCourse['person.household-linked'].content.shape;
const { why } = personCourse['person.household-unlinked'].content.shape;

export const householdCalls = {
  linkHousehold: command<null>()(z.strictObject({ person: personId, with: personId, relation })),
  unlinkHousehold: command<null>()(z.strictObject({ person: personId, with: personId, why })),
};
