import { type PracticeId, personId, practiceId, type StaffId, staffId } from '../domain/ids.ts';
import { type Role, role } from '../domain/roles.ts';
import { shortText, words } from '../domain/text.ts';
import { contactDetails, settingChange, staffDetails } from '../events/register.ts';
import type { Contact, Settings } from '../policy/register-state.ts';
import { z } from '../zod.ts';
import { command, query } from './call.ts';
import { newPassphrase } from './store.ts';

const heldRole = z.strictObject({ staff: staffId, role, practice: practiceId });
const pair = z.strictObject({ staff: staffId, supervisor: staffId });
// Here and not in the event: a log that holds another one still opens.
const ringable = contactDetails.phone.refine((typed) => /\d/.test(typed), 'Enter a phone number, such as 01632 960100');
const managers = { roles: ['practice-manager'] } as const;
const { staff: _, ...newStaff } = staffDetails;

export interface StaffLine {
  readonly staff: StaffId;
  readonly name: string;
  readonly initials: string;
  readonly jobTitle: string | undefined;
  readonly active: boolean;
  readonly roles: readonly { readonly role: Role; readonly practice: PracticeId; readonly stands: boolean }[];
  readonly supervisors: readonly StaffId[];
}

/** A role that was given and counts only once a second person has confirmed it. */
export interface WaitingRole {
  readonly staff: StaffId;
  readonly role: Role;
  readonly practice: PracticeId;
  readonly grantedBy: StaffId;
  /** Whether I am one who may confirm it. */
  readonly mayConfirm: boolean;
}

export interface RegisterPage {
  readonly name: string;
  readonly demo: boolean;
  readonly me: StaffId;
  /** Those of my roles that count, at any practice. */
  readonly myRoles: readonly Role[];
  /** Whether I may change who works here: as a manager, or as the founder until the first lead or supervisor stands. */
  readonly mayManage: boolean;
  readonly practices: readonly { readonly practice: PracticeId; readonly name: string }[];
  readonly staff: readonly StaffLine[];
  readonly waitingForConfirmation: readonly WaitingRole[];
  readonly contacts: readonly Contact[];
  readonly settings: Settings;
  readonly reviewed: boolean;
}

export const registerCalls = {
  show: query<RegisterPage>()(z.strictObject({})),
  addPractice: command<PracticeId>()(z.strictObject({ name: words(shortText, 'Enter the name of the practice') })),
  /** The new person types their own passphrase at this computer; nobody else ever knows it. */
  addStaff: command<StaffId>()(z.strictObject({ ...newStaff, passphrase: newPassphrase })),
  /** With `supervisor` both are saved, or neither. */
  grantRole: command<null>()(z.strictObject({ ...heldRole.shape, supervisor: staffId.optional() })),
  confirmRole: command<null>()(heldRole),
  endRole: command<null>()(heldRole, managers),
  assignSupervisor: command<null>()(pair, managers),
  endSupervisor: command<null>()(pair, managers),
  declareConnection: command<null>()(z.strictObject({ staff: staffId, person: personId })),
  setContact: command<null>()(z.strictObject({ ...contactDetails, phone: ringable })),
  changeSetting: command<null>()(z.strictObject({ change: settingChange }), managers),
  reviewFounding: command<null>()(z.strictObject({}), { roles: ['safeguarding-lead', 'deputy-safeguarding-lead'] }),
};
