import { createContext, type ReactNode, useContext } from 'react';
import type { RegisterPage, StaffLine } from '../shared/contract/register.ts';
import type { PracticeId, StaffId } from '../shared/domain/ids.ts';
import { leadRoles, type Role, roleWords } from '../shared/domain/roles.ts';
import { categorySentence } from './concerns/categories.ts';
import { longDate } from './words/dates.ts';

export interface SignedIn {
  readonly register: RegisterPage;
  readonly me: StaffLine;
  readonly isLead: boolean;
  readonly isSupervisor: boolean;
  /** A practice manager, or the founder of a log that has no lead yet. */
  readonly isManager: boolean;
  readonly isLinkWorker: boolean;
  readonly nameOf: (staff: StaffId) => string;
  /** The name with what they do: `Dr M Fenwick-Oye (safeguarding lead)`. */
  readonly nameAndRole: (staff: StaffId) => string;
  readonly practiceName: (practice: PracticeId | null) => string;
  /** The kinds of a concern in the words of Settings, in one line: `Domestic abuse, neglect and acts of omission`. */
  readonly categorySentence: (chosen: readonly string[]) => string;
}

const Context = createContext<SignedIn | null>(null);

function rolesOf(register: RegisterPage, staff: StaffId): readonly Role[] {
  const held = register.staff.find((one) => one.staff === staff)?.roles ?? [];
  return [...new Set(held.filter(({ stands }) => stands).map(({ role }) => role))];
}

/** In words, as a subtitle: the first of their roles, or their job. */
export function roleLine(register: RegisterPage, { staff, jobTitle }: StaffLine): string {
  const [first] = rolesOf(register, staff);
  return first === undefined ? (jobTitle ?? 'No role yet') : roleWords[first];
}

/** Of somebody who worked here: `left on 3 October 2026`. */
export function leftWords({ lastDay }: StaffLine): string {
  return lastDay === null ? 'left' : `left on ${longDate(lastDay)}`;
}

export function signedInFrom(register: RegisterPage): SignedIn {
  const lineOf = (staff: StaffId): StaffLine | undefined => register.staff.find((one) => one.staff === staff);
  const me = lineOf(register.me);
  if (me === undefined) throw new Error('the register does not list who is signed in');
  const has = (roles: readonly Role[]): boolean => register.myRoles.some((role) => roles.includes(role));
  const nameOf = (staff: StaffId): string => lineOf(staff)?.name ?? 'Somebody who no longer works here';
  return {
    register,
    me,
    isLead: has(leadRoles),
    isSupervisor: has(['supervisor', ...leadRoles]),
    isManager: register.mayManage,
    isLinkWorker: has(['link-worker']),
    nameOf,
    nameAndRole: (staff) => {
      const line = lineOf(staff);
      if (line === undefined) return nameOf(staff);
      return `${line.name} (${line.active ? roleLine(register, line).toLowerCase() : leftWords(line)})`;
    },
    practiceName: (practice) => register.practices.find((one) => one.practice === practice)?.name ?? 'No practice here',
    categorySentence: (chosen) => categorySentence(chosen, register.settings.concernCategories),
  };
}

export function SignedInProvider({ value, children }: { readonly value: SignedIn; readonly children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** Who is signed in, what they are, and how everybody who works here is called. */
export function useSignedIn(): SignedIn {
  const value = useContext(Context);
  if (value === null) throw new Error('nobody is signed in here');
  return value;
}
