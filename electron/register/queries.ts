import type { RegisterPage, registerCalls, StaffLine } from '../../shared/contract/register.ts';
import { rolesOf } from '../../shared/policy/register.ts';
import { manages, type RegisterState, supervisorsOf } from '../../shared/policy/register-state.ts';
import type { Context, Handlers } from '../store/context.ts';
import { wouldRefuse } from '../store/would.ts';
import { connectionLines, coverLines } from './covers.ts';
import { leavingQueries } from './leaving.ts';
import { recoveryChecks, recoveryQueries } from './recovery.ts';
import { settingUp } from './setting-up.ts';

function staffLines(register: RegisterState): readonly StaffLine[] {
  return [...register.staff.values()].map(({ staff, name, initials, jobTitle, active, lastDay }) => ({
    staff,
    name,
    initials,
    jobTitle,
    active,
    roles: register.roles
      .filter((held) => held.staff === staff)
      .map(({ role, practice, stands }) => ({ role, practice, stands })),
    supervisors: supervisorsOf(register, staff),
    lastDay: lastDay ?? null,
  }));
}

function waitingRoles(context: Context): RegisterPage['waitingForConfirmation'] {
  const { roles, staff: members, thread } = context.register;
  return roles
    .filter(({ stands }) => !stands)
    .map(({ staff, role, practice, grantedBy }) => {
      const content = { staff, role, practice };
      const confirmers = [...members.keys()].filter((one) => {
        const asking = { me: one, register: context.register, store: context.store };
        return wouldRefuse(asking, 'role.confirmed', { thread, about: null }, content) === null;
      });
      return { ...content, grantedBy, confirmers, mayConfirm: confirmers.includes(context.me) };
    });
}

function waitingKeys(context: Context): RegisterPage['waitingToBeLetIn'] {
  const { staff: members, thread } = context.register;
  return [...members.values()].flatMap(({ staff, pending }) => {
    if (pending === null) return [];
    const { by, ...keys } = pending;
    const refusal = wouldRefuse(context, 'keys.confirmed', { thread, about: staff }, { staff, ...keys });
    return [{ staff, letInBy: by, mayConfirm: refusal === null }];
  });
}

export const registerQueries: Pick<
  Handlers<typeof registerCalls>,
  'show' | 'leaving' | 'settingUp' | 'recoveryReach'
> = {
  ...leavingQueries,
  ...recoveryQueries,
  settingUp: (_input, context) => settingUp(context),
  show(_input, context) {
    const { me, register } = context;
    return {
      name: register.name,
      demo: register.demo,
      me,
      myRoles: rolesOf(register, me),
      mayManage: manages(register, me),
      founding: register.founding && register.founder === me,
      practices: [...register.practices].map(([practice, name]) => ({ practice, name })),
      staff: staffLines(register),
      waitingForConfirmation: waitingRoles(context),
      waitingToBeLetIn: waitingKeys(context),
      recovery: recoveryChecks(context),
      contacts: [...register.contacts.values()],
      settings: register.settings,
      reviewed: register.reviewedBy !== null,
      ...coverLines(context),
      connections: connectionLines(context),
    };
  },
};
