import type { PersonId, PracticeId, StaffId } from '../domain/ids.ts';
import type { ContentOf } from '../events/index.ts';
import { whoMayRead } from './audience.ts';
import { toldIt } from './concern-recorded.ts';
import { decidersFor, type RegisterState, supervisorsOf } from './register-state.ts';

interface Audience {
  readonly person: PersonId | null;
  readonly raisedBy: StaffId;
  readonly practice: PracticeId | null;
  readonly sharedWith: readonly StaffId[];
}

/** What a concern says about colleagues who are named one by one. */
interface Named {
  readonly raised: Pick<ContentOf<'concern.raised'>, 'person' | 'practice' | 'recordedFor'>;
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

/** The same without those who may not: who could read a concern, whether it stands or is about to be raised. */
export function readersOfConcern(concern: Audience, register: RegisterState): readonly StaffId[] {
  return whoMayRead(concernReaders(concern, register), { author: concern.raisedBy, about: concern.person }, register);
}

/** Colleagues named one by one: whoever it was recorded for, and those it is shared with. */
export function namedReaders(facts: Named): readonly StaffId[] {
  return [...toldIt(facts), ...facts.sharedWith];
}

export function audienceOf(facts: Named & { readonly raisedBy: StaffId }): Audience {
  const { raised, raisedBy } = facts;
  return { person: raised.person, raisedBy, practice: raised.practice, sharedWith: namedReaders(facts) };
}
