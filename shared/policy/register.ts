import type { StaffId, StoreId } from '../domain/ids.ts';
import { leadRoles, type Role, role, rolesOfTwo } from '../domain/roles.ts';
import type { ContentOf, ContentType, ThreadEvent } from '../events/index.ts';
import { registerEvents } from '../events/register.ts';
import {
  confirmKeys,
  keysAreFree,
  mayConfirmKeys,
  mayReplaceKeys,
  mayTryRecovery,
  mayUseRecovery,
  replaceKeys,
  useRecovery,
} from './keys.ts';
import { type HeldRole, holdsRole, isActive, manages, type RegisterState } from './register-state.ts';
import type { Verdict } from './thread.ts';

type RegisterType = Exclude<keyof typeof registerEvents & ContentType, 'store.founded'> | 'access.changed';
type RegisterEvent<T extends RegisterType> = ThreadEvent<T>;

const notManager = 'Only a practice manager can change who works here and what they may do.';

/** Every holding of the role of manager that counts, at any practice. */
function managers(register: RegisterState): readonly HeldRole[] {
  return register.roles.filter(({ role: held, stands, staff }) => {
    return held === 'practice-manager' && stands && isActive(register, staff);
  });
}

function find(register: RegisterState, held: Pick<HeldRole, 'staff' | 'role' | 'practice'>): HeldRole | undefined {
  return register.roles.find(
    (one) => one.staff === held.staff && one.role === held.role && one.practice === held.practice,
  );
}

function knownStaff(register: RegisterState, staff: StaffId): Verdict {
  return isActive(register, staff) ? null : 'This person does not work here. Add them first.';
}

function mayGrant({ actor, content }: RegisterEvent<'role.granted'>, register: RegisterState): Verdict {
  if (!manages(register, actor)) return notManager;
  if (!register.practices.has(content.practice)) return 'Choose a practice from the list.';
  if (find(register, content) !== undefined) return 'They have this role at this practice already.';
  if (register.founding && rolesOfTwo.includes(content.role) && managers(register).length === 0) {
    return 'Give somebody the role of practice manager first. The set-up ends with the first lead or supervisor.';
  }
  if (actor === content.staff && !register.founding) return 'Nobody can give themselves a role. Ask another manager.';
  return knownStaff(register, content.staff);
}

/** Lead, deputy and supervisor need two different entitled people, neither the subject (DESIGN 3). */
function mayConfirm({ actor, content }: RegisterEvent<'role.confirmed'>, register: RegisterState): Verdict {
  const held = find(register, content);
  if (held === undefined || held.stands) return 'There is no role waiting to be confirmed.';
  if (actor === held.staff) return 'Nobody can confirm their own role. Ask a colleague.';
  if (actor === held.grantedBy) return 'The person who gave this role cannot confirm it too. Ask a colleague.';
  // Not a manager: one manager could make another out of nothing, and two such are one person.
  if (holdsRole(register, actor, rolesOfTwo)) return null;
  return 'Only a supervisor or safeguarding lead whose own role is confirmed can confirm a role.';
}

function mayAssign({ actor, content }: RegisterEvent<'supervisor.assigned'>, register: RegisterState): Verdict {
  if (!manages(register, actor)) return notManager;
  if (content.staff === content.supervisor) return 'Nobody supervises themselves. Choose somebody else.';
  // Naming a supervisor gives them what the worker writes to read, so only somebody whom two people confirmed.
  if (!holdsRole(register, content.supervisor, rolesOfTwo))
    return 'Choose somebody whose supervisor role is confirmed.';
  return knownStaff(register, content.staff);
}

function mayAddStaff({ actor, content }: RegisterEvent<'staff.added'>, register: RegisterState): Verdict {
  if (!manages(register, actor)) return notManager;
  if (register.staff.has(content.staff)) return 'This person has been added already.';
  return keysAreFree(register, content) ? null : 'These keys belong to somebody else already.';
}

/** Without a manager nobody could ever give a role again, so the last one stays until there is another. */
function mayEnd({ actor, content }: RegisterEvent<'role.ended'>, register: RegisterState): Verdict {
  const held = find(register, content);
  if (held === undefined) return 'They do not have this role at this practice.';
  if (!manages(register, actor)) return notManager;
  const last = managers(register).every((manager) => manager === held);
  return last && held.role === 'practice-manager' && !register.founding
    ? 'There must be a practice manager. Give the role to somebody else first.'
    : null;
}

function maySet({ actor, content }: RegisterEvent<'setting.changed'>, register: RegisterState): Verdict {
  if (!manages(register, actor)) return notManager;
  const { change } = content;
  if (change.setting !== 'fallback-reader' || holdsRole(register, change.value, rolesOfTwo)) return null;
  return 'Choose a supervisor or safeguarding lead whose role is confirmed.';
}

const rules: { readonly [T in RegisterType]: (event: RegisterEvent<T>, register: RegisterState) => Verdict } = {
  'founding.reviewed': ({ actor }, register) => {
    if (register.reviewedBy !== null) return 'The first set-up has been reviewed already.';
    if (!holdsRole(register, actor, leadRoles)) return 'Only a safeguarding lead can review the first set-up.';
    return actor === register.founder ? 'Somebody else than the founder reviews the first set-up.' : null;
  },
  'practice.added': ({ actor, content }, register) => {
    if (register.practices.has(content.practice)) return 'This practice has been added already.';
    return manages(register, actor) ? null : notManager;
  },
  'staff.added': mayAddStaff,
  'role.granted': mayGrant,
  'role.confirmed': mayConfirm,
  'role.ended': mayEnd,
  'supervisor.assigned': mayAssign,
  'supervisor.ended': ({ actor }, register) => (manages(register, actor) ? null : notManager),
  'connection.declared': ({ actor, content }, register) => {
    if (actor === content.staff || holdsRole(register, actor, leadRoles)) return null;
    return 'Only the person themselves or a safeguarding lead can declare a connection.';
  },
  'contact.set': ({ actor }, register) =>
    manages(register, actor) || holdsRole(register, actor, rolesOfTwo) ? null : notManager,
  'setting.changed': maySet,
  'draft.discarded': () => null,
  'unlock.failed': () => null,
  'keys.replaced': mayReplaceKeys,
  'keys.confirmed': mayConfirmKeys,
  'recovery.tried': mayTryRecovery,
  'recovery.used': mayUseRecovery,
  'audit.exported': ({ actor }, register) =>
    manages(register, actor) || holdsRole(register, actor, leadRoles)
      ? null
      : 'Only a practice manager or safeguarding lead can export the audit log.',
  'access.changed': () => null,
};

/** Whether an event may stand in the register, judged by the register as it was before the event. */
export function mayRegister(event: ThreadEvent, register: RegisterState): Verdict {
  if (event.actor === register.recovery.id) return mayUseRecovery(event, register);
  if (!isActive(register, event.actor)) return 'This person does not work here.';
  if (!Object.hasOwn(rules, event.type)) return 'This does not belong to the register.';
  const rule = rules[event.type as RegisterType] as (event: ThreadEvent, register: RegisterState) => Verdict; // `as`: the table pairs them.
  return rule(event, register);
}

function standsAtOnce(event: RegisterEvent<'role.granted'>, register: RegisterState): boolean {
  return !rolesOfTwo.includes(event.content.role) || (register.founding && event.actor === register.founder);
}

function withRole(register: RegisterState, changed: HeldRole): RegisterState {
  const others = register.roles.filter((held) => find({ ...register, roles: [held] }, changed) === undefined);
  const founding = register.founding && !(changed.stands && rolesOfTwo.includes(changed.role));
  return { ...register, founding, roles: [...others, changed] };
}

function withMember(register: RegisterState, content: ContentOf<'staff.added'>): RegisterState {
  const { staff, name, initials, jobTitle, sig, kem } = content;
  const member = { staff, name, initials, jobTitle, keys: [{ sig, kem }], pending: null, active: true } as const;
  return { ...register, staff: new Map(register.staff).set(staff, member) };
}

function withSetting(register: RegisterState, { change }: ContentOf<'setting.changed'>): RegisterState {
  const { settings } = register;
  switch (change.setting) {
    case 'fallback-reader':
      return { ...register, settings: { ...settings, fallbackReader: change.value } };
    case 'supervision-interval-days':
      return { ...register, settings: { ...settings, supervisionIntervalDays: change.value } };
    case 'draft-late-hours':
      return { ...register, settings: { ...settings, draftLateHours: change.value } };
    default:
      return change satisfies never;
  }
}

const steps: { readonly [T in RegisterType]?: (register: RegisterState, event: RegisterEvent<T>) => RegisterState } = {
  'founding.reviewed': (register, { actor }) => ({ ...register, reviewedBy: actor }),
  'practice.added': (register, { content }) => ({
    ...register,
    practices: new Map(register.practices).set(content.practice, content.name),
  }),
  'staff.added': (register, { content }) => withMember(register, content),
  'role.granted': (register, event) => {
    const { staff, role: granted, practice } = event.content;
    const stands = standsAtOnce(event, register);
    return withRole(register, { staff, role: granted, practice, grantedBy: event.actor, confirmedBy: null, stands });
  },
  'role.confirmed': (register, { actor, content }) => {
    const held = find(register, content);
    return held === undefined ? register : withRole(register, { ...held, confirmedBy: actor, stands: true });
  },
  'role.ended': (register, { content }) => ({
    ...register,
    roles: register.roles.filter((held) => held !== find(register, content)),
  }),
  'supervisor.assigned': (register, { content: { staff, supervisor } }) => ({
    ...register,
    supervisors: [...register.supervisors, { staff, supervisor }],
  }),
  'supervisor.ended': (register, { content }) => ({
    ...register,
    supervisors: register.supervisors.filter(
      (pair) => pair.staff !== content.staff || pair.supervisor !== content.supervisor,
    ),
  }),
  'connection.declared': (register, { content: { staff, person } }) => ({
    ...register,
    connections: [...register.connections, { staff, person }],
  }),
  'contact.set': (register, { content: { v: _, ...contact } }) => ({
    ...register,
    contacts: new Map(register.contacts).set(contact.contact, contact),
  }),
  'setting.changed': (register, { content }) => withSetting(register, content),
  'keys.replaced': replaceKeys,
  'keys.confirmed': (register, { content }) => confirmKeys(register, content),
  'recovery.tried': (register, { actor, at }) => ({ ...register, recoveryTried: { at, by: actor } }),
  'recovery.used': useRecovery,
};

/** The register after one more event that `mayRegister` let stand. */
export function applyToRegister(register: RegisterState, event: ThreadEvent): RegisterState {
  const step = steps[event.type as RegisterType] as ((r: RegisterState, e: ThreadEvent) => RegisterState) | undefined; // `as`: the table pairs them.
  const next = step === undefined ? register : step(register, event);
  return { ...next, newest: event.id };
}

/** The register as its first event makes it. That `founded` is the founder's, and the store theirs, is checked by the reader of the log. */
export function foundRegister(founded: ThreadEvent<'store.founded'>, store: StoreId): RegisterState {
  const { name, demo, founder, recovery } = founded.content;
  const empty: RegisterState = {
    thread: founded.thread,
    store,
    name,
    demo,
    founder: founder.staff,
    recovery,
    earlierRecoveries: [],
    recoveryTried: null,
    recoveryUsed: null,
    founding: true,
    reviewedBy: null,
    practices: new Map(),
    staff: new Map(),
    roles: [],
    supervisors: [],
    connections: [],
    contacts: new Map(),
    settings: { fallbackReader: null, supervisionIntervalDays: 31, draftLateHours: 4 },
    newest: founded.id,
  };
  return withMember(empty, { v: 1, ...founder });
}

/** Roles of `staff` that count, over all practices. */
export function rolesOf(register: RegisterState, staff: StaffId): readonly Role[] {
  return role.options.filter((one) => holdsRole(register, staff, [one]));
}
