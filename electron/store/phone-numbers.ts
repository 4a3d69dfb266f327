import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PhoneNumber } from '../../shared/contract/store.ts';
import { isoDate } from '../../shared/domain/calendar.ts';
import { isForDanger } from '../../shared/domain/contact-kinds.ts';
import { type StoreId, storeId } from '../../shared/domain/ids.ts';
import type { RegisterState } from '../../shared/policy/register-state.ts';
import { z } from '../../shared/zod.ts';
import type { StorePlace } from './unlock.ts';
import { readVault } from './vault/files.ts';

// The numbers to ring when somebody is in danger now, beside the store in plain text: they must show while the log is
// locked, and whoever reads them learns nothing. They are services of the register's contacts, never a patient's.

const text = z.string().min(1).max(200);
const ringable = z.strictObject({
  name: text,
  phone: text,
  outOfHours: text.nullable(),
  checkedOn: isoDate.nullable().default(null),
});
const stores = z.array(z.strictObject({ store: storeId, numbers: z.array(ringable).max(100) })).max(20);
const file = z.strictObject({ format: z.literal('phone-numbers/1'), stores });
type Stores = z.infer<typeof stores>;

/** National numbers of the United Kingdom: whatever a file says or lacks, they are there and come first. */
const emergency: readonly PhoneNumber[] = [
  { name: 'Ambulance, police or fire', phone: '999', outOfHours: 'Always', checkedOn: 'national' },
  { name: 'NHS 111', phone: '111', outOfHours: 'Always', checkedOn: 'national' },
  { name: 'Police, when nobody is in danger now', phone: '101', outOfHours: 'Always', checkedOn: 'national' },
];

const pathIn = (profile: string): string => join(profile, 'phone-numbers.json');

/** A file that is missing, damaged or of a newer program counts as none. */
function read(profile: string): Stores {
  try {
    return file.parse(JSON.parse(readFileSync(pathIn(profile), 'utf8'))).stores;
  } catch {
    return [];
  }
}

function write(profile: string, kept: Stores): void {
  mkdirSync(profile, { recursive: true });
  const aside = `${pathIn(profile)}.part`;
  const descriptor = openSync(aside, 'w', 0o600);
  try {
    writeFileSync(
      descriptor,
      JSON.stringify({ format: 'phone-numbers/1', stores: kept } satisfies z.infer<typeof file>),
    );
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(aside, pathIn(profile));
}

/** Writes the contacts of a log into the profile. A profile that cannot be written keeps nobody from the log. */
export function rememberPhoneNumbers(profile: string, { store, contacts }: RegisterState): void {
  const numbers = [...contacts.values()].filter(isForDanger).map(({ name, phone, outOfHours, checkedOn }) => ({
    name,
    phone,
    outOfHours: outOfHours ?? null,
    checkedOn,
  }));
  keep(profile, store, numbers.slice(0, 100));
}

function keep(profile: string, store: StoreId, numbers: Stores[number]['numbers']): void {
  try {
    const before = read(profile);
    const others = before.filter((one) => one.store !== store);
    const next = [...others, { store, numbers }].slice(-20);
    if (JSON.stringify(next) !== JSON.stringify(before)) write(profile, next);
  } catch {
    // The national numbers show in any case.
  }
}

/** Those of a log that was made with a profile of its own. */
export function takeOverPhoneNumbers(from: string, profile: string): void {
  for (const { store, numbers } of read(from)) keep(profile, store, numbers);
}

function numbersOf({ folder, profile }: StorePlace): readonly PhoneNumber[] {
  try {
    const { store } = readVault(folder).vault;
    return read(profile).find((one) => one.store === store)?.numbers ?? [];
  } catch {
    return [];
  }
}

/** What to ring now, whether or not there is a log and whatever is wrong with it: the national numbers, then our own. */
export function phoneNumbers(place: StorePlace): readonly PhoneNumber[] {
  const ours = numbersOf(place);
  const called = ({ phone }: PhoneNumber): string => phone.replaceAll(/\s/g, '');
  const national = ({ phone }: PhoneNumber) => ours.find((one) => called(one) === phone);
  const first = emergency.map((number) => ({ ...number, checkedOn: national(number)?.checkedOn ?? number.checkedOn }));
  return [...first, ...ours.filter((one) => emergency.every(({ phone }) => phone !== called(one)))];
}
