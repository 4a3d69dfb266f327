import type { Contract } from '../shared/contract/index.ts';
import { auditCommands } from './audit/commands.ts';
import { auditQueries } from './audit/queries.ts';
import { backupCommands } from './backup/commands.ts';
import { backupQueries } from './backup/queries.ts';
import { backupLocked } from './backup/restore.ts';
import { aroundCommands, aroundQueries } from './concerns/around.ts';
import { concernCommands } from './concerns/commands.ts';
import { concernCourseCommands } from './concerns/course.ts';
import { dutyCommands } from './concerns/duties.ts';
import { leadsNotesHandlers } from './concerns/leads-notes.ts';
import { concernQueries } from './concerns/queries.ts';
import { concernRecordedCommands } from './concerns/recorded.ts';
import { restrictedCommands, restrictedQueries } from './concerns/restricted.ts';
import { concernsProjection } from './concerns/view.ts';
import { draftCommands } from './drafts/commands.ts';
import { draftQueries } from './drafts/queries.ts';
import { peopleCommands } from './people/commands.ts';
import { peopleQueries } from './people/queries.ts';
import { peopleProjection } from './people/view.ts';
import { referralCommands } from './referrals/commands.ts';
import { referralQueries } from './referrals/queries.ts';
import { referralsProjection } from './referrals/view.ts';
import { registerCommands } from './register/commands.ts';
import { keyCommands } from './register/keys.ts';
import { registerQueries } from './register/queries.ts';
import { recoveryCommands } from './register/recovery.ts';
import { waitingQueries } from './register/waiting.ts';
import type { Handlers } from './store/context.ts';
import { supervisionCommands } from './supervision/commands.ts';
import { supervisionQueries } from './supervision/queries.ts';
import { supervisionProjection } from './supervision/view.ts';

/** What answers each call of the contract, feature by feature. The store's own calls are the router's. */
export const handlers: { readonly [G in Exclude<keyof Contract, 'store' | 'backup'>]: Handlers<Contract[G]> } & {
  readonly backup: typeof backupCommands & typeof backupQueries & typeof backupLocked;
} = {
  register: { ...registerCommands, ...keyCommands, ...recoveryCommands, ...registerQueries, ...waitingQueries },
  people: { ...peopleCommands, ...peopleQueries },
  concerns: {
    ...concernCommands,
    ...concernCourseCommands,
    ...dutyCommands,
    ...concernRecordedCommands,
    ...aroundCommands,
    ...concernQueries,
    ...aroundQueries,
    ...leadsNotesHandlers,
  },
  restricted: { ...restrictedCommands, ...restrictedQueries },
  referrals: { ...referralCommands, ...referralQueries },
  supervision: { ...supervisionCommands, ...supervisionQueries },
  drafts: { ...draftCommands, ...draftQueries },
  audit: { ...auditCommands, ...auditQueries },
  backup: { ...backupCommands, ...backupQueries, ...backupLocked },
};

/** The tables that the view is folded into. */
export const projections = [peopleProjection, concernsProjection, referralsProjection, supervisionProjection];
