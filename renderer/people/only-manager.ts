import type { SignedIn } from '../signed-in.tsx';

/** Managers run the log; what it says about people is not theirs to read, unless they hold another role too. */
export function isOnlyManager({ isManager, isLead, isSupervisor, isLinkWorker }: SignedIn): boolean {
  return isManager && !isLead && !isSupervisor && !isLinkWorker;
}
