import { randomBytes } from 'node:crypto';
import type { registerCalls } from '../../shared/contract/register.ts';
import type { PracticeId, StaffId } from '../../shared/domain/ids.ts';
import { leadRoles } from '../../shared/domain/roles.ts';
import { type Context, type Handlers, InvalidInput, mustNotLieAhead } from '../store/context.ts';
import { newId } from '../store/ids.ts';
import { Refused } from '../store/log/write.ts';
import { mustBeGood, namesAround } from '../store/passphrases.ts';
import { rememberPhoneNumbers } from '../store/phone-numbers.ts';
import { readVault, writeVault } from '../store/vault/files.ts';
import { mostSlots } from '../store/vault/format.ts';
import { identityFrom, publicKeysOf } from '../store/vault/identity.ts';
import { makeSlot } from '../store/vault/slots.ts';
import { wouldRefuse } from '../store/would.ts';
import { append, change } from './append.ts';
import { coverCommands } from './covers.ts';
import { leavingCommands } from './leaving.ts';

type AwayReader = Parameters<Handlers<typeof registerCalls>['nameAwayReader']>[0];
type NewStaff = Parameters<Handlers<typeof registerCalls>['addStaff']>[0];

/** They are all that tells people apart on the locked page. */
function mustBeFree({ register }: Context, initials: string): void {
  const alike = (one: string): boolean => one.toUpperCase() === initials.toUpperCase();
  if ([...register.staff.values()].some((one) => one.active && alike(one.initials)))
    throw new InvalidInput({ initials: 'Somebody already has these initials. Add a letter or a number.' });
}

/**
 * Enrols a new member of staff with a passphrase of their own. The slot is written before the event: a slot that the
 * register does not know lets nobody in, so a cut between the two leaves only a slot that is written again.
 */
async function addStaff({ passphrase, ...details }: NewStaff, context: Context): Promise<StaffId> {
  mustBeGood('passphrase', passphrase, namesAround(context.register, details));
  const staff = newId<StaffId>();
  const umk = randomBytes(32);
  const content = { staff, ...details, ...publicKeysOf(identityFrom(umk)) };
  const refusal = wouldRefuse(context, 'staff.added', { thread: context.register.thread, about: null }, content);
  if (refusal !== null) throw new Refused(refusal);
  mustBeFree(context, details.initials);
  const { folder } = context.place;
  const { kdf, store, slots } = readVault(folder).vault;
  // Those who left have none. Somebody who waits to be let in again has two.
  if (new Set(slots.map((slot) => slot.staff)).size >= mostSlots)
    throw new Refused('This log cannot hold more people. Begin a log for part of the network.');
  const { storeKey } = context.store;
  const slot = await makeSlot({ store, staff, label: details.initials, kdf, umk, storeKey, secret: passphrase });
  const found = readVault(folder);
  const listed = found.vault.slots.filter((one) => one.type === 'recovery' || context.register.staff.has(one.staff));
  writeVault(folder, found, { ...found.vault, slots: [...listed, slot] });
  append(context, 'staff.added', content);
  return staff;
}

/** Deputy is the role that reads and decides whenever the lead does not. */
function nameAwayReader({ practice, staff }: AwayReader, context: Context): { readonly stands: boolean } {
  const find = () =>
    context.store.register.roles.find(
      (held) => held.staff === staff && held.practice === practice && leadRoles.includes(held.role),
    );
  if (find() === undefined) append(context, 'role.granted', { staff, role: 'deputy-safeguarding-lead', practice });
  return { stands: find()?.stands === true };
}

type Queries = 'show' | 'leaving' | 'settingUp' | 'waiting' | 'recoveryReach';
type OfKeys = 'letInAgain' | 'confirmKeys';
type OfRecovery = 'tryRecovery' | 'replaceRecovery' | 'confirmRecovery' | 'withdrawRecovery';
export const registerCommands: Omit<Handlers<typeof registerCalls>, Queries | OfKeys | OfRecovery> = {
  ...coverCommands,
  ...leavingCommands,
  nameAwayReader,
  addPractice(input, context) {
    const practice = newId<PracticeId>();
    append(context, 'practice.added', { practice, ...input });
    return practice;
  },
  addStaff,
  grantRole({ supervisor, ...held }, context) {
    const { staff } = held;
    const register = { thread: context.register.thread, about: null };
    change(context, (writing) => {
      writing.append('role.granted', register, held);
      if (supervisor !== undefined) writing.append('supervisor.assigned', register, { staff, supervisor });
    });
    return null;
  },
  confirmRole(input, context) {
    append(context, 'role.confirmed', input);
    return null;
  },
  endRole(input, context) {
    append(context, 'role.ended', input);
    return null;
  },
  assignSupervisor(input, context) {
    append(context, 'supervisor.assigned', input);
    return null;
  },
  endSupervisor(input, context) {
    append(context, 'supervisor.ended', input);
    return null;
  },
  declareConnection(input, context) {
    append(context, 'connection.declared', input);
    return null;
  },
  setContact(input, context) {
    mustNotLieAhead(context, { checkedOn: input.checkedOn ?? undefined });
    append(context, 'contact.set', input);
    rememberPhoneNumbers(context.place.profile, context.register);
    return null;
  },
  changeSetting(input, context) {
    append(context, 'setting.changed', input);
    return null;
  },
  reviewFounding(_input, context) {
    append(context, 'founding.reviewed', {});
    return null;
  },
};
