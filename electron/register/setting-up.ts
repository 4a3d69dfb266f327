import type { SettingUpItem, SettingUpLine } from '../../shared/contract/staffing.ts';
import { dayAfter, dayInEngland, type IsoDate } from '../../shared/domain/calendar.ts';
import type { PracticeId, StaffId } from '../../shared/domain/ids.ts';
import { leadRoles, rolesOfTwo } from '../../shared/domain/roles.ts';
import { uncoveredPractices } from '../../shared/policy/register/leaving.ts';
import { holdsRole, isActive, manages, type RegisterState, supervisorsOf } from '../../shared/policy/register-state.ts';
import { backupsBegun } from '../backup/commands.ts';
import { practiceRunOf } from '../concerns/commands.ts';
import type { Context } from '../store/context.ts';

interface Found {
  readonly done: boolean;
  readonly practices?: readonly PracticeId[];
  readonly staff?: readonly StaffId[];
}

interface Item {
  readonly look: (register: RegisterState, context: Context) => Found;
  readonly mine: (register: RegisterState, me: StaffId) => boolean;
  /** Days after the log was set up, where it has to be done by then. */
  readonly within?: number;
}

const isLead = (register: RegisterState, me: StaffId): boolean => holdsRole(register, me, leadRoles);

function whoWaits({ roles }: RegisterState): Found {
  const staff = [...new Set(roles.filter(({ stands }) => !stands).map((held) => held.staff))];
  return { done: staff.length === 0, staff };
}

function unsupervised(register: RegisterState): Found {
  const staff = [...register.staff.keys()].filter(
    (one) =>
      isActive(register, one) && holdsRole(register, one, ['link-worker']) && supervisorsOf(register, one).length === 0,
  );
  return { done: staff.length === 0, staff };
}

function unread(register: RegisterState): Found {
  const practices = uncoveredPractices(register);
  return { done: register.practices.size > 0 && practices.length === 0, practices };
}

/** In the order in which they are shown. What comes with a later feature is a line here and a name in the contract. */
const items: { readonly [I in SettingUpItem]: Item } = {
  readers: { look: unread, mine: manages },
  'roles-confirmed': { look: whoWaits, mine: (register, me) => manages(register, me) || isLead(register, me) },
  'first-review': { look: ({ reviewedBy }) => ({ done: reviewedBy !== null }), mine: isLead },
  supervisors: { look: unsupervised, mine: manages },
  'supervision-interval': {
    look: ({ settingsDecided }) => ({ done: settingsDecided.has('supervision-interval-days') }),
    mine: manages,
  },
  contacts: {
    look: ({ contacts }) => ({ done: contacts.size > 0 }),
    mine: (register, me) => manages(register, me) || isLead(register, me),
  },
  'recovery-tried': {
    look: ({ recoveryTried }) => ({ done: recoveryTried !== null }),
    within: 7,
    mine: (register, me) => manages(register, me) || holdsRole(register, me, rolesOfTwo),
  },
  'backup-place': {
    look: (_register, context) => ({ done: backupsBegun(context).placed }),
    within: 0,
    mine: (register, me) => manages(register, me) || isLead(register, me),
  },
  'backup-verified': { look: (_register, context) => ({ done: backupsBegun(context).verified }), mine: () => true },
  'practice-run': {
    look: (_register, context) => ({ done: practiceRunOf(context).concern !== null }),
    mine: () => true,
  },
};

function dueOn({ foundedAt }: RegisterState, within: number | undefined): IsoDate | null {
  return within === undefined ? null : dayAfter(dayInEngland(new Date(foundedAt)), within);
}

/** What is left to do after the first day, each as the log itself can tell. */
export function settingUp(context: Context): readonly SettingUpLine[] {
  const { register, me } = context;
  return Object.entries(items).map(([item, { look, mine, within }]) => {
    const { done, practices = [], staff = [] } = look(register, context);
    const name = item as SettingUpItem; // `as`: the keys of the table.
    return { item: name, done, dueOn: dueOn(register, within), practices, staff, mine: mine(register, me) };
  });
}
