import type { PersonId, StaffId } from '../domain/ids.ts';
import { isActive, isConnected, type RegisterState } from './register-state.ts';

export interface Subject {
  /** Who wrote the first word of the record, where that keeps it open to them. */
  readonly author: StaffId | null;
  readonly about: PersonId | null;
}

/**
 * Those of `wished` who may read, each once: who works here, and has declared no connection with whom it is about.
 * Nobody reads about somebody they declared a connection with, whatever their role. The one exception is the author
 * of a concern or referral, who keeps what they wrote themselves (DESIGN 3: "its raiser, for ever").
 */
export function whoMayRead(
  wished: readonly StaffId[],
  { author, about }: Subject,
  register: RegisterState,
): readonly StaffId[] {
  return [...new Set(wished)].filter(
    (staff) => isActive(register, staff) && (staff === author || !isConnected(register, staff, about)),
  );
}
