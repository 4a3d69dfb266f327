import type { RecoveryChecks, RecoveryReach, registerCalls } from '../../shared/contract/register.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import {
  isActive,
  isEarlierRecovery,
  type RecoveryIdentity,
  type RegisterState,
} from '../../shared/policy/register-state.ts';
import type { Context, Handlers } from '../store/context.ts';
import { StoreFailure } from '../store/failure.ts';
import { restrictedThreads } from '../store/log/restricted.ts';
import { everyKeyHeld } from '../store/log/thread-keys.ts';
import { Refused } from '../store/log/write.ts';
import { commitWithSlots, keepSlots } from '../store/passphrases.ts';
import { type Halves, isSlotOf, newRecoveryIdentity, newRecoverySlot, recoveryKeyOf } from '../store/recovery.ts';
import { readVault } from '../store/vault/files.ts';
import { hasRoomBeside } from '../store/vault/format.ts';
import { openRecovery } from '../store/vault/slots.ts';
import { wouldRefuse } from '../store/would.ts';
import { keysFollow, sealOff } from './append.ts';

type Commands = Pick<
  Handlers<typeof registerCalls>,
  'tryRecovery' | 'replaceRecovery' | 'confirmRecovery' | 'withdrawRecovery'
>;

const placeOf = ({ register }: Context) => ({ thread: register.thread, about: null });

/** @throws InvalidInput, StoreFailure recoverySameHalf; recoveryNotOurs when they open anything but the slot of `expected` */
function mustOpen({ place }: Context, halves: Halves, expected: Pick<RecoveryIdentity, 'id' | 'kem'>): void {
  const opened = openRecovery(readVault(place.folder).vault, recoveryKeyOf(halves));
  if (!isSlotOf(opened, expected)) throw new StoreFailure('recoveryNotOurs');
}

/** The slot that waits is written beside that of today, which goes on opening. @throws Refused; then nothing has changed */
async function replaceRecovery(_input: unknown, context: Context) {
  const { register, store, place } = context;
  const identity = newRecoveryIdentity();
  const { content } = identity;
  const refusal = wouldRefuse(context, 'recovery.proposed', placeOf(context), content);
  if (refusal !== null) throw new Refused(refusal);
  const { vault } = readVault(place.folder);
  const overtaken = register.recoveryProposed?.id;
  if (overtaken === undefined && !hasRoomBeside(vault))
    throw new Refused('Too many people wait to be let in again. Confirm some of them first.');
  const { slot, halves } = await newRecoverySlot(identity, vault, store.storeKey);
  commitWithSlots(
    store,
    place.folder,
    (slots) => [...slots, slot],
    (writing) => writing.append('recovery.proposed', placeOf(context), content),
  );
  keepSlots(place.folder, ({ staff }) => staff !== overtaken);
  return { recoveryHalves: halves };
}

/** What waits, as the event about it says it. @throws Refused */
function proposedIn({ register }: Context): { readonly id: StaffId; readonly sig: string; readonly kem: string } {
  if (register.recoveryProposed === null) throw new Refused('No new recovery key waits to be confirmed.');
  const { id, sig, kem } = register.recoveryProposed;
  return { id, sig, kem };
}

/**
 * The slot is in the vault already, so the one transaction on the log is what counts. The old slot goes with the log
 * file; keys follow as far as this person has them, and further as others sign in.
 */
function confirmRecovery({ halves }: Parameters<Commands['confirmRecovery']>[0], context: Context) {
  const proposed = proposedIn(context);
  const refusal = wouldRefuse(context, 'recovery.replaced', placeOf(context), proposed);
  if (refusal !== null) throw new Refused(refusal);
  mustOpen(context, halves, proposed);
  context.store.commit((writing) => writing.append('recovery.replaced', placeOf(context), proposed));
  keysFollow(context);
  return sealOff(context);
}

export const recoveryCommands: Commands = {
  tryRecovery({ halves }, context) {
    mustOpen(context, halves, context.register.recovery);
    context.store.commit((writing) => writing.append('recovery.tried', placeOf(context), {}));
    return null;
  },
  replaceRecovery,
  confirmRecovery,
  withdrawRecovery(_input, context) {
    const proposed = proposedIn(context);
    context.store.commit((writing) => writing.append('recovery.withdrawn', placeOf(context), proposed));
    keepSlots(context.place.folder, ({ staff }) => staff !== proposed.id);
    return null;
  },
};

export function recoveryChecks(context: Context): RecoveryChecks {
  const { recoveryTried: tried, recoveryUsed: used, recoveryReplaced: replaced, recoveryProposed } = context.register;
  const checks = { tried, used, replaced };
  if (recoveryProposed === null) return { ...checks, proposed: null };
  const { at, by, ...content } = recoveryProposed;
  const may = (type: 'recovery.replaced' | 'recovery.withdrawn'): boolean =>
    wouldRefuse(context, type, placeOf(context), content) === null;
  return {
    ...checks,
    proposed: { at, by, mayConfirm: may('recovery.replaced'), mayWithdraw: may('recovery.withdrawn') },
  };
}

type Reach = 'keyAlone' | 'notYet' | 'earlierAlone';

/** Who can open one key of a record; null where colleagues and the recovery key both can, or nobody. */
function reachOf(register: RegisterState, readers: readonly StaffId[]): Reach | null {
  const byColleague = readers.some((reader) => isActive(register, reader));
  if (readers.includes(register.recovery.id)) return byColleague ? null : 'keyAlone';
  if (byColleague) return 'notYet';
  return readers.some((reader) => isEarlierRecovery(register, reader)) ? 'earlierAlone' : null;
}

/** From who holds which key, which shows in the log file to everybody; what the records say does not. */
function recoveryReach(context: Context): RecoveryReach {
  const { register, store } = context;
  // Some restricted concerns are kept from recovery: how many is nobody's business, and nothing is to be done about it.
  const hidden = restrictedThreads(store.log);
  const copies = everyKeyHeld(store.log).filter(({ thread, wanted }) => wanted === 0 && !hidden.has(thread));
  const found = [...Map.groupBy(copies, ({ kid }) => kid).values()].map((held) => {
    const readers = held.map(({ reader }) => reader);
    return { thread: held[0]?.thread, reach: reachOf(register, readers) };
  });
  const count = (wanted: Reach): number =>
    new Set(found.filter(({ reach }) => reach === wanted).map(({ thread }) => thread)).size;
  return {
    keyAlone: count('keyAlone'),
    notYet: count('notYet'),
    earlierAlone: count('earlierAlone'),
    whyNotReplace: wouldRefuse(context, 'recovery.proposed', placeOf(context), newRecoveryIdentity().content),
  };
}

export const recoveryQueries: Pick<Handlers<typeof registerCalls>, 'recoveryReach'> = {
  recoveryReach: (_input, context) => recoveryReach(context),
};
