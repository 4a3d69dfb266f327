import { auditCalls } from './audit.ts';
import { backupCalls } from './backup.ts';
import type { Client } from './call.ts';
import { concernCalls } from './concerns.ts';
import { draftCalls } from './drafts.ts';
import { peopleCalls } from './people.ts';
import { referralCalls } from './referrals.ts';
import { registerCalls } from './register.ts';
import { restrictedCalls } from './restricted.ts';
import { storeCalls } from './store.ts';
import { supervisionCalls } from './supervision.ts';

/** Everything that can be asked of the store. Both sides and the preload are derived from this one value. */
export const contract = {
  store: storeCalls,
  register: registerCalls,
  people: peopleCalls,
  concerns: concernCalls,
  restricted: restrictedCalls,
  referrals: referralCalls,
  supervision: supervisionCalls,
  drafts: draftCalls,
  audit: auditCalls,
  backup: backupCalls,
};

export type Contract = typeof contract;
export type LogClient = Client<Contract>;
