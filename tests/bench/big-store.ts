import { join } from 'node:path';
import { projections } from '../../electron/features.ts';
import { newId } from '../../electron/store/ids.ts';
import { openDeviceLog } from '../../electron/store/log/head.ts';
import { openLogFile } from '../../electron/store/log/open.ts';
import { readable } from '../../electron/store/log/transaction.ts';
import { rootOf } from '../../electron/store/log/tree.ts';
import type { Writing } from '../../electron/store/log/write.ts';
import { type StorePlace, unlockStore } from '../../electron/store/unlock.ts';
import { UnlockedStore } from '../../electron/store/unlocked.ts';
import { readVault } from '../../electron/store/vault/files.ts';
import { storeKeysFrom } from '../../electron/store/vault/identity.ts';
import { type OpenedSlot, openSlot } from '../../electron/store/vault/slots.ts';
import { WitnessFile } from '../../electron/store/witness.ts';
import type { PersonId, PracticeId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import type { ContentOf } from '../../shared/events/index.ts';
import { makePractice, passphraseOf, people, World } from '../factories/world.ts';

/** A store with many records that one link worker wrote and reads, and what is needed to unlock it. */
export interface BigStore {
  readonly place: StorePlace;
  readonly staff: StaffId;
  readonly passphrase: string;
  /** What Argon2id gave, once: the measurements are of everything after it. */
  readonly opened: OpenedSlot;
  readonly contentEvents: number;
  readonly threads: number;
}

const eventsPerPerson = 20;
const peoplePerTransaction = 50;

const sentences = [
  'She met me at the door in the same clothes as last week and did not want me to come in.',
  'The kitchen was cold and there was no food in the cupboards, only unopened letters on the table.',
  'He said that his nephew looks after the bank card now and that he has not seen a statement since spring.',
  'We agreed that I would ring again on Thursday after two, when nobody else is at home.',
  'I told the duty doctor by phone and she will see them this afternoon.',
  'The neighbour has heard shouting in the night, more than once, and has a number to call.',
  'They do not want the council to know yet. I explained when I could not keep that promise.',
];

/** About 1,000 characters of plain words, different for each number. */
export function noteOf(number: number): string {
  let text = `Visit ${number}.`;
  for (let turn = 0; text.length < 1_000; turn += 1) {
    text += ` ${sentences[(number * 3 + turn * (1 + (number % 4))) % sentences.length] ?? ''}`;
  }
  return text.slice(0, 1_000);
}

function concernOf(person: PersonId, practice: PracticeId, number: number): Omit<ContentOf<'concern.raised'>, 'v'> {
  return {
    person,
    practice,
    dangerNow: 'no',
    categories: ['self-neglect'],
    what: noteOf(number),
    know: 'saw-or-heard-it',
    when: 'still-happening',
    told: [],
  };
}

/** A person, a concern about them, and everything that was added to it: `eventsPerPerson` events on two threads. */
function writePerson(writing: Writing, worker: StaffId, practice: PracticeId, number: number): void {
  const person = newId<PersonId>();
  const [personThread, concern] = [newId<ThreadId>(), newId<ThreadId>()];
  writing.append(
    'person.added',
    { thread: personThread, about: person },
    {
      person,
      details: { standing: 'registered', givenName: 'Walter', familyName: `Obi ${number}`, practice },
    },
  );
  writing.append('concern.raised', { thread: concern, about: person }, concernOf(person, practice, number));
  const citation = { record: concern, kind: 'concern', by: worker, practice, named: [] } as const;
  writing.append('person.cited', { thread: personThread, about: person }, { ...citation, named: [] });
  for (let added = 3; added < eventsPerPerson; added += 1) {
    const note = noteOf(number * eventsPerPerson + added);
    writing.append('concern.information-added', { thread: concern, about: person }, { note });
  }
}

async function fill(place: StorePlace, staff: StaffId, practice: PracticeId, count: number): Promise<void> {
  let clock = Date.parse('2026-10-02T09:00:00.000Z');
  const now = () => new Date((clock += 100));
  const passphrase = passphraseOf(people.worker);
  const open = await unlockStore({ place, staff, passphrase, projections, now, onProgress: () => {} });
  for (let first = 0; first < count; first += peoplePerTransaction) {
    open.unlocked.commit((writing) => {
      for (let n = first; n < Math.min(first + peoplePerTransaction, count); n += 1)
        writePerson(writing, staff, practice, n);
    });
  }
  open.lock();
}

/** Without anybody's "I verified to here", so that reading verifies every signature. */
function forgetCosignatures(place: StorePlace, storeKey: Buffer): void {
  const db = openLogFile(logPath(place), storeKeysFrom(storeKey).file, { create: false });
  db.exec('DELETE FROM cosignature');
  db.close();
}

function logPath({ folder }: StorePlace): string {
  return join(folder, `log.${readVault(folder).vault.log}.db`);
}

/** Builds the store in the world's own folder. The world is left locked. */
export async function makeBigStore(world: World, contentEvents: number): Promise<BigStore> {
  const { worker, alderfield } = await makePractice(world);
  await world.lock();
  const place: StorePlace = { folder: world.folder, profile: world.profile };
  const count = Math.ceil(contentEvents / eventsPerPerson);
  await fill(place, worker, alderfield, count);
  const passphrase = passphraseOf(people.worker);
  const opened = await openSlot(readVault(world.folder).vault, worker, passphrase);
  forgetCosignatures(place, opened.storeKey);
  return { place, staff: worker, passphrase, opened, contentEvents: count * eventsPerPerson, threads: count * 2 };
}

export function openFileOf({ place, opened }: BigStore) {
  return openLogFile(logPath(place), storeKeysFrom(opened.storeKey).file, { create: false });
}

/** Everything that an unlock reads, verifies, opens, folds and indexes, as `unlock.ts` puts it together. */
export function readStore(big: BigStore): UnlockedStore {
  const { place, opened, staff } = big;
  const db = openFileOf(big);
  const { own, frontier, earlier } = openDeviceLog(readable(db), storeKeysFrom(opened.storeKey).seeds);
  return new UnlockedStore({
    folder: place.folder,
    earlier,
    db,
    store: readVault(place.folder).vault.store,
    own,
    me: staff,
    ...opened,
    projections,
    savedAnchor: { size: frontier.size, root: rootOf(frontier) },
    witness: new WitnessFile(place.profile),
    now: () => new Date(),
    onProgress: () => {},
  });
}
