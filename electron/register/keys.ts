import { randomBytes } from 'node:crypto';
import type { registerCalls } from '../../shared/contract/register.ts';
import { keysCountAtOnce } from '../../shared/policy/register/keys.ts';
import type { StaffMember } from '../../shared/policy/register-state.ts';
import type { Context, Handlers } from '../store/context.ts';
import { wantAgain } from '../store/log/thread-keys.ts';
import { Refused } from '../store/log/write.ts';
import { commitWithSlots, keepSlots, mustBeGood, namesAroundMember } from '../store/passphrases.ts';
import { readVault } from '../store/vault/files.ts';
import { hasRoomBeside, type Slot } from '../store/vault/format.ts';
import { identityFrom, publicKeysOf } from '../store/vault/identity.ts';
import { makeSlot } from '../store/vault/slots.ts';
import { wouldRefuse } from '../store/would.ts';
import { keysFollow } from './append.ts';

type KeyCommands = Pick<Handlers<typeof registerCalls>, 'letInAgain' | 'confirmKeys'>;
type Subject = Parameters<KeyCommands['letInAgain']>[0];

/**
 * The slots that a new one overtakes: all, where it counts at once. Else that of keys which waited already, the newest,
 * while the one that lets them in stays until a second colleague confirms.
 */
function overtaken(slots: readonly Slot[], { staff, pending }: StaffMember, waits: boolean): readonly Slot[] {
  const theirs = slots.filter((one) => one.staff === staff);
  if (!waits) return theirs;
  return pending === null ? [] : theirs.slice(-1);
}

/** New keys under the new passphrase. The event is saved before an old slot goes. */
async function letInAgain({ staff, passphrase }: Subject, context: Context) {
  const { register, me, store, place } = context;
  const umk = randomBytes(32);
  const content = { staff, ...publicKeysOf(identityFrom(umk)) };
  const where = { thread: register.thread, about: staff };
  const refusal = wouldRefuse(context, 'keys.replaced', where, content);
  const member = register.staff.get(staff);
  if (refusal !== null || member === undefined) throw new Refused(refusal ?? 'This person does not work here.');
  mustBeGood('passphrase', passphrase, namesAroundMember(register, staff));
  const { vault } = readVault(place.folder);
  const waits = !keysCountAtOnce(register, me);
  const old = overtaken(vault.slots, member, waits).map(({ salt }) => salt);
  if (old.length === 0 && !hasRoomBeside(vault))
    throw new Refused('Too many people wait to be let in again. Confirm some of them first.');
  const label = member.initials;
  const made = { store: vault.store, staff, label, kdf: vault.kdf, umk, storeKey: store.storeKey, secret: passphrase };
  const slot = await makeSlot(made);
  commitWithSlots(
    store,
    place.folder,
    (slots) => [...slots, slot],
    (writing) => {
      if (!waits) wantAgain(writing.log, staff);
      writing.append('keys.replaced', where, content);
    },
  );
  keepSlots(place.folder, ({ salt }) => !old.includes(salt));
  keysFollow(context);
  return { waits };
}

/** Copies for the former keys make way in the same transaction, so that whoever reads a record makes new ones. */
function confirmKeys({ staff }: Parameters<KeyCommands['confirmKeys']>[0], context: Context): null {
  const { register, store, place } = context;
  const pending = register.staff.get(staff)?.pending ?? null;
  if (pending === null) throw new Refused('Nobody of that name waits to be let in again.');
  const { sig, kem } = pending;
  const newest = readVault(place.folder).vault.slots.findLast((one) => one.staff === staff);
  store.commit((writing) => {
    wantAgain(writing.log, staff);
    writing.append('keys.confirmed', { thread: register.thread, about: staff }, { staff, sig, kem });
  });
  keepSlots(place.folder, (one) => one.staff !== staff || one.salt === newest?.salt);
  keysFollow(context);
  return null;
}

export const keyCommands: KeyCommands = {
  letInAgain,
  confirmKeys,
};
