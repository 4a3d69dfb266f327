import type { StaffId } from '../domain/ids.ts';
import { leadRoles } from '../domain/roles.ts';
import type { PersonDetails } from '../events/people.ts';
import { whoMayRead } from './audience.ts';
import { isActive, type RegisterState } from './register-state.ts';

/** Who reads a restricted concern. Nothing of it follows from a role, so neither does anything change with one. */
export interface Restricted {
  readonly details: PersonDetails;
  readonly keptFrom: readonly StaffId[];
  /** Beside the raiser. */
  readonly named: readonly StaffId[];
  /** Whether recovery reads it: not where one of those from whom it is kept may hold half of the key. */
  readonly toRecovery: boolean;
}

/** Whether `staff` holds a role of lead or deputy of their own at any practice. Standing in for one gives nothing here. */
function isLeadSomewhere({ roles }: RegisterState, staff: StaffId): boolean {
  return roles.some((held) => held.stands && held.staff === staff && leadRoles.includes(held.role));
}

/** Its raiser, for ever, and those who were named. */
export function restrictedReaders(raisedBy: StaffId, { named }: Pick<Restricted, 'named'>): readonly StaffId[] {
  return [raisedBy, ...named];
}

/** Those named who are leads or deputies anywhere; if none is, all who were named. Nobody where the raiser alone reads. */
export function restrictedDeciders(
  { named }: Pick<Restricted, 'named'>,
  about: Parameters<typeof whoMayRead>[1]['about'],
  register: RegisterState,
): readonly StaffId[] {
  const reading = whoMayRead(named, { author: null, about }, register);
  const leads = reading.filter((staff) => isLeadSomewhere(register, staff));
  return leads.length > 0 ? leads : reading;
}

/** Who could be named, in the order of the register: active, not the raiser, not kept from it, with no connection. */
export function couldBeNamed(
  concern: { readonly raisedBy: StaffId; readonly about: Parameters<typeof whoMayRead>[1]['about'] } & Pick<
    Restricted,
    'keptFrom' | 'named'
  >,
  register: RegisterState,
): readonly StaffId[] {
  const { raisedBy, about, keptFrom, named } = concern;
  const free = [...register.staff.keys()].filter(
    (staff) => isActive(register, staff) && staff !== raisedBy && !keptFrom.includes(staff) && !named.includes(staff),
  );
  return whoMayRead(free, { author: null, about }, register);
}

/**
 * Whether enough readers are named. None may be: nobody can stop a report, and the raiser alone can keep one. But where
 * recovery does not read it, it takes two, as long as two could be named.
 */
export function namesEnough({ named, toRecovery }: Pick<Restricted, 'named' | 'toRecovery'>, could: number): boolean {
  return toRecovery || named.length === 0 || named.length >= Math.min(2, could);
}
