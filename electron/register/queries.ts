import type { registerCalls } from '../../shared/contract/register.ts';
import { supervisorsOf } from '../../shared/policy/register-state.ts';
import type { Handlers } from '../store/context.ts';

export const registerQueries: Pick<Handlers<typeof registerCalls>, 'show'> = {
  show(_input, { me, register }) {
    return {
      name: register.name,
      demo: register.demo,
      me,
      practices: [...register.practices].map(([practice, name]) => ({ practice, name })),
      staff: [...register.staff.values()].map(({ staff, name, jobTitle, active }) => ({
        staff,
        name,
        jobTitle,
        active,
        roles: register.roles
          .filter((held) => held.staff === staff)
          .map(({ role, practice, stands }) => ({ role, practice, stands })),
        supervisors: supervisorsOf(register, staff),
      })),
      contacts: [...register.contacts.values()],
      settings: register.settings,
      reviewed: register.reviewedBy !== null,
    };
  },
};
