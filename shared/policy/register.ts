import type { StaffId, StoreId } from '../domain/ids.ts';
import { leadRoles, type Role, role, rolesOfTwo } from '../domain/roles.ts';
import type { ContentOf, ContentType, ThreadEvent } from '../events/index.ts';
import type { registerEvents } from '../events/register.ts';
import type { staffingEvents } from '../events/staffing.ts';
import { type BackupType, backupRules, backupSteps, neverBackedUp } from './backup.ts';
import {
  actingAt,
  mayConfirmCover,
  mayEndCover,
  mayNameCover,
  maySeeCover,
  withCover,
  withCoversChanged,
} from './register/covers.ts';
import {
  confirmKeys,
  mayConfirmKeys,
  mayReplaceKeys,
  mayTryRecovery,
  mayUseRecovery,
  mayWithdrawKeys,
  replaceKeys,
  useRecovery,
  withdrawKeys,
} from './register/keys.ts';
import { mayCheckLeaving, mayLeave, withoutStaff } from './register/leaving.ts';
import {
  mayProposeRecovery,
  mayReplaceRecovery,
  mayWithdrawRecovery,
  proposeRecovery,
  replaceRecovery,
  withdrawRecovery,
} from './register/recovery.ts';
import {
  find,
  mayAddStaff,
  mayAssign,
  mayConfirm,
  mayEnd,
  mayGrant,
  standsAtOnce,
  voucherEndedAt,
  withoutRole,
  withRole,
} from './register/roles.ts';
import { maySet, settingsAtFirst, withSetting } from './register/settings.ts';
import { notManager } from './register/words.ts';
import { holdsRole, isActive, isConnected, manages, type RegisterState } from './register-state.ts';
import type { Verdict } from './thread.ts';

type RegisterType =
  | Exclude<keyof (typeof registerEvents & typeof staffingEvents) & ContentType, 'store.founded'>
  | BackupType
  | 'access.changed';
type RegisterEvent<T extends RegisterType> = ThreadEvent<T>;

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
  // Ending one gives somebody a record to read, so it takes a person who reads and is not that somebody.
  'connection.ended': ({ actor, content: { staff, person } }, register) => {
    if (!isConnected(register, staff, person)) return 'No such connection is declared.';
    return actor !== staff && holdsRole(register, actor, rolesOfTwo)
      ? null
      : 'Only a supervisor or safeguarding lead can end a connection, and nobody their own.';
  },
  'cover.named': mayNameCover,
  'cover.confirmed': mayConfirmCover,
  'cover.ended': mayEndCover,
  'cover.seen': maySeeCover,
  'leaving.checked': mayCheckLeaving,
  'staff.left': mayLeave,
  'contact.set': ({ actor }, register) =>
    manages(register, actor) || holdsRole(register, actor, rolesOfTwo) ? null : notManager,
  'setting.changed': maySet,
  'draft.discarded': () => null,
  'unlock.failed': () => null,
  'keys.replaced': mayReplaceKeys,
  'keys.confirmed': mayConfirmKeys,
  'keys.withdrawn': mayWithdrawKeys,
  'recovery.tried': mayTryRecovery,
  'recovery.used': mayUseRecovery,
  'recovery.proposed': mayProposeRecovery,
  'recovery.replaced': mayReplaceRecovery,
  'recovery.withdrawn': mayWithdrawRecovery,
  'audit.exported': ({ actor }, register) =>
    manages(register, actor) || holdsRole(register, actor, leadRoles)
      ? null
      : 'Only a practice manager or safeguarding lead can export the audit log.',
  ...backupRules,
  'access.changed': () => null,
};

/** Whether an event may stand in the register, judged by the register as it was before the event, at its place. */
export function mayRegister(event: ThreadEvent, register: RegisterState): Verdict {
  if (event.actor === register.recovery.id) return mayUseRecovery(event, register);
  if (!isActive(register, event.actor)) return 'This person does not work here.';
  if (!Object.hasOwn(rules, event.type)) return 'This does not belong to the register.';
  const rule = rules[event.type as RegisterType] as (event: ThreadEvent, register: RegisterState) => Verdict; // `as`: the table pairs them.
  return rule(event, actingAt(register, event.position.ms));
}

function withMember(register: RegisterState, content: ContentOf<'staff.added'>): RegisterState {
  const { staff, name, initials, jobTitle, sig, kem } = content;
  const member = { staff, name, initials, jobTitle, keys: [{ sig, kem }], pending: null, active: true } as const;
  return { ...register, staff: new Map(register.staff).set(staff, member) };
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
  'role.ended': (register, event) => {
    const after = withoutRole(register, event.content);
    return { ...after, voucherEndedAt: voucherEndedAt(register, after, event) };
  },
  'supervisor.assigned': (register, { at, content: { staff, supervisor } }) => ({
    ...register,
    supervisors: [...register.supervisors, { staff, supervisor, since: at }],
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
  'connection.ended': (register, { content: { staff, person } }) => ({
    ...register,
    connections: register.connections.filter((pair) => pair.staff !== staff || pair.person !== person),
  }),
  'cover.named': withCover,
  'cover.confirmed': (register, { actor, content }) =>
    withCoversChanged(register, ({ id }) => id === content.cover, { confirmedBy: actor, stands: true }),
  'cover.ended': (register, { actor, content }) =>
    withCoversChanged(register, ({ id }) => id === content.cover, { endedBy: actor }),
  'cover.seen': (register, { content }) =>
    withCoversChanged(register, ({ id }) => id === content.cover, { seen: true }),
  'leaving.checked': (register, { actor, position, content: { staff } }) => ({
    ...register,
    leavingChecks: [...register.leavingChecks, { staff, by: actor, position }],
  }),
  'staff.left': (register, event) => {
    const after = withoutStaff(register, event.content.staff, event.content.lastDay);
    return { ...after, voucherEndedAt: voucherEndedAt(register, after, event) };
  },
  'contact.set': (register, { content: { v: _, ...contact } }) => ({
    ...register,
    contacts: new Map(register.contacts).set(contact.contact, contact),
  }),
  'setting.changed': (register, { content }) => withSetting(register, content),
  'backup.made': (register, event) => ({ ...register, backup: backupSteps['backup.made'](register.backup, event) }),
  'backup.drilled': (register, event) => ({
    ...register,
    backup: backupSteps['backup.drilled'](register.backup, event),
  }),
  'log.restored': (register, event) => ({ ...register, backup: backupSteps['log.restored'](register.backup, event) }),
  'log.missed': (register, event) => ({ ...register, backup: backupSteps['log.missed'](register.backup, event) }),
  'keys.replaced': replaceKeys,
  'keys.confirmed': (register, { content }) => confirmKeys(register, content),
  'keys.withdrawn': (register, { content }) => withdrawKeys(register, content),
  'recovery.tried': (register, { actor, at }) => ({ ...register, recoveryTried: { at, by: actor } }),
  'recovery.used': useRecovery,
  'recovery.proposed': proposeRecovery,
  'recovery.replaced': replaceRecovery,
  'recovery.withdrawn': withdrawRecovery,
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
    recoveryProposed: null,
    earlierRecoveries: [],
    recoveryTried: null,
    recoveryUsed: null,
    recoveryReplaced: null,
    founding: true,
    reviewedBy: null,
    practices: new Map(),
    staff: new Map(),
    roles: [],
    voucherEndedAt: null,
    covers: [],
    acting: [],
    leavingChecks: [],
    supervisors: [],
    connections: [],
    contacts: new Map(),
    settings: settingsAtFirst,
    settingsDecided: new Set(),
    backup: neverBackedUp,
    foundedAt: founded.at,
    newest: founded.id,
  };
  return withMember(empty, { v: 1, ...founder });
}

/** Roles of `staff` that count, over all practices. */
export function rolesOf(register: RegisterState, staff: StaffId): readonly Role[] {
  return role.options.filter((one) => holdsRole(register, staff, [one]));
}
