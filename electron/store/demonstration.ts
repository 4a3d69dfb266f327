import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { DemonstrationPerson, StoreStatus } from '../../shared/contract/store.ts';
import { type StoreId, staffId, storeId } from '../../shared/domain/ids.ts';
import { z } from '../../shared/zod.ts';
import { clearFreeFolder, takeFolder } from './create.ts';
import { StoreFailure, withStoreFailures } from './failure.ts';
import { takeOverPhoneNumbers } from './phone-numbers.ts';
import { syncFile } from './sync.ts';
import type { StorePlace } from './unlock.ts';
import { readVault } from './vault/files.ts';

// A demonstration log is an ordinary store and one more file, with the passphrases of its invented people. It is made
// beside its folder and gets its place only when it is whole, so that nobody ever signs in to half of it.

const person = z.strictObject({
  staff: staffId,
  name: z.string().min(1).max(200),
  jobTitle: z.string().min(1).max(200),
  passphrase: z.string().min(1).max(500),
});
const file = z.strictObject({
  format: z.literal('demonstration/1'),
  store: storeId,
  people: z.array(person).max(200),
});

const fileIn = (folder: string): string => join(folder, 'demonstration.json');

function writePeople(folder: string, store: StoreId, people: readonly DemonstrationPerson[]): void {
  const content: z.infer<typeof file> = { format: 'demonstration/1', store, people: [...people] };
  writeFileSync(fileIn(folder), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}

/** Who can sign in to a demonstration, and with what. Null for a real log, and where the file is not this store's. */
export function demonstrationIn({ folder }: StorePlace, store: StoreId): StoreStatus['demonstration'] {
  try {
    const { people, ...of } = file.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
    return of.store === store ? { people } : null;
  } catch {
    return null;
  }
}

/**
 * Backups hold no passphrases, so those of the invented people come from the demonstration that is here. Put back on
 * another computer they are lost, and with them the way in: then it is made anew.
 */
export function carryOverDemonstration(from: StorePlace, to: string, store: StoreId): void {
  const found = demonstrationIn(from, store);
  if (found === null) return;
  writePeople(to, store, found.people);
  syncFile(fileIn(to));
}

/** The workshop beside the folder: the mark that it is ours, the store while it is made, and its witness. */
function workshopOf(folder: string) {
  const root = `${resolve(folder)}.making`;
  return { root, mark: join(root, 'DEMONSTRATION'), folder: join(root, 'store'), profile: join(root, 'profile') };
}
type Workshop = ReturnType<typeof workshopOf>;

/** Clears away what a run that was cut off left, and nothing that is not marked as ours. @throws StoreFailure folderNotEmpty */
function setUp({ root, mark, profile }: Workshop): void {
  if (existsSync(root) && !existsSync(mark) && readdirSync(root).length > 0) throw new StoreFailure('folderNotEmpty');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { mode: 0o700 });
  writeFileSync(mark, 'The demonstration log is being made here. When no program runs, this folder can be deleted.\n');
  mkdirSync(profile);
}

function moveIn(workshop: Workshop, folder: string): void {
  clearFreeFolder(folder);
  rmdirSync(folder);
  renameSync(workshop.folder, folder);
}

function clearUp({ root, mark }: Workshop): void {
  try {
    if (existsSync(mark)) rmSync(root, { recursive: true, force: true });
  } catch {
    // The next run clears it away, or says why it cannot.
  }
}

/** What the store said inside a builder's own error is what people are told: a full disk is a full disk. */
async function withCauses<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.cause instanceof StoreFailure) throw error.cause;
    throw error;
  }
}

interface Built {
  readonly people: readonly DemonstrationPerson[];
}

/**
 * Makes the demonstration log in a free folder. Cut off at any moment it leaves the folder free, and the next run
 * clears away what it began.
 *
 * @param build makes the store where it is told, in a folder that does not exist yet
 * @throws StoreFailure folderNotEmpty, inUse, noSpace, readOnly; whatever `build` throws
 */
export async function makeDemonstration<T extends Built>(
  place: StorePlace,
  build: (place: StorePlace) => Promise<T>,
): Promise<T> {
  const workshop = workshopOf(place.folder);
  // Held while the store is made elsewhere, so that two programs never make one at the same place.
  const lock = withStoreFailures(() => takeFolder(place.folder));
  let held = true;
  const release = (): void => {
    if (held) lock.release();
    held = false;
  };
  try {
    withStoreFailures(() => setUp(workshop));
    const built = await withCauses(() => build({ folder: workshop.folder, profile: workshop.profile }));
    withStoreFailures(() => {
      writePeople(workshop.folder, readVault(workshop.folder).vault.store, built.people);
      release();
      moveIn(workshop, place.folder);
      takeOverPhoneNumbers(workshop.profile, place.profile);
    });
    return built;
  } finally {
    release();
    clearUp(workshop);
  }
}
