import type { RecoveryReach } from '../../shared/contract/register.ts';

const records = (count: number): string => (count === 1 ? '1 record' : `${count.toLocaleString('en-GB')} records`);

/** Of records that nobody who works here can open. */
export function keyAloneWords(count: number): string {
  return `${records(count)} can be read by the recovery key of today only: nobody who works here has a key to ${count === 1 ? 'it' : 'them'}.`;
}

/** What the recovery key of today does not read, or reads alone, in sentences. Empty: it reads everything that colleagues read. */
export function reachWords({ keyAlone, notYet, earlierAlone }: RecoveryReach): readonly string[] {
  const them = (count: number): string => (count === 1 ? 'it' : 'them');
  return [
    notYet > 0 ? `${records(notYet)} not yet: it does once a colleague who reads ${them(notYet)} signs in.` : null,
    earlierAlone > 0
      ? `${records(earlierAlone)} can be read by an older key only: with both its halves and a backup from its time.`
      : null,
    keyAlone > 0 ? keyAloneWords(keyAlone) : null,
  ].filter((sentence) => sentence !== null);
}
