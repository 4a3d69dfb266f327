import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { auditCalls, PrintMark } from '../../shared/contract/audit.ts';
import { type Instant, instantOf } from '../../shared/domain/calendar.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { type PlacedPerson, refusalOfCopy } from '../../shared/policy/concern-around.ts';
import type { StateOf } from '../../shared/policy/kinds.ts';
import { type Context, type Handlers, InvalidInput, NotFound } from '../store/context.ts';
import { storeProblemOf } from '../store/failure.ts';
import { rootOf } from '../store/log/tree.ts';
import { Refused } from '../store/log/write.ts';
import { WitnessFile } from '../store/witness.ts';
import { writeBundle } from './bundle.ts';
import { evidenceName, makeEvidence } from './evidence.ts';
import { type Bundle, bundleName, makeBundle } from './export.ts';

type Commands = Pick<Handlers<typeof auditCalls>, 'export' | 'exportEvidence' | 'notePrint'>;
type Asked = Parameters<Commands['export']>[0];

function freeName(folder: string, name: string): string {
  for (let copy = 1; ; copy += 1) {
    const candidate = join(folder, copy === 1 ? name : name.replace(/\.zip$/, `-${copy}.zip`));
    if (!existsSync(candidate) && !existsSync(`${candidate}.part`)) return candidate;
  }
}

function writeAside(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function noteExport(context: Context, { from, to, why }: Asked, { manifest, manifestHash }: Bundle): void {
  const { counts, checkpoint } = manifest;
  const { thread } = context.register;
  context.store.commit((writing) =>
    writing.append(
      'audit.exported',
      { thread, about: null },
      {
        from,
        to,
        why,
        size: checkpoint.size,
        root: checkpoint.root,
        manifest: manifestHash,
        ...counts,
      },
    ),
  );
}

/** A path may hold what no path can, be too long, or lead where nobody may look: then it is no folder for an export. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** What fails in the folder that somebody chose is no trouble with the log. */
function inFolder(work: () => void): void {
  try {
    work();
  } catch (error) {
    const full = storeProblemOf(error) === 'noSpace';
    throw new InvalidInput({
      folder: full ? 'There is no space left in this folder' : 'This folder cannot be written. Choose another one',
    });
  }
}

/** The file is written aside, the log notes the export, and only then does the file get its name. */
function exportLog(input: Asked, context: Context) {
  if (!isFolder(input.folder)) {
    throw new InvalidInput({ folder: 'Choose a folder that exists' });
  }
  if (input.from !== null && input.to !== null && input.from > input.to) {
    throw new InvalidInput({ to: 'The end of the dates must not be before their start' });
  }
  const { size } = context.store.head.frontier;
  const bundle = makeBundle(context.store, input, (done) => context.progress('Exporting entries', done, size));
  const path = freeName(input.folder, bundleName(bundle));
  const aside = `${path}.part`;
  inFolder(() => writeAside(aside, writeBundle(bundle.files)));
  try {
    noteExport(context, input, bundle);
    inFolder(() => renameSync(aside, path));
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
  const { counts, checkpoint } = bundle.manifest;
  return { file: path, ...counts, root: checkpoint.root };
}

/** Of a restricted concern only those who read it learn that it was printed. */
function notePrintInside(store: Context['store'], { thread, about }: StateOf<'restricted'>): Instant {
  store.commit((writing) => writing.append('restricted.printed', { thread, about }, {}));
  return instantOf(new Date(store.head.ms));
}

/** Everybody with a role in the concerns about a person that whoever asks reads. */
function namedAround({ store }: Context, person: PersonId | null): readonly PlacedPerson[] {
  return [...store.threads.values()].flatMap(({ folded: { state } }) =>
    (state?.kind === 'concern' || state?.kind === 'restricted') && state.about === person
      ? state.facts.around.people
      : [],
  );
}

/** Only what its reader has in memory: whether there is such a record at all is not told to anybody else. */
function notePrint({ record, about, forNamed }: Parameters<Commands['notePrint']>[0], context: Context): PrintMark {
  const { store } = context;
  const state = record === null ? null : store.stateOf(record);
  if (state === undefined) throw new NotFound();
  if (about !== undefined) context.person(about);
  const place = { thread: record, about: state?.about ?? about ?? null };
  const refusal = forNamed === undefined ? null : refusalOfCopy(namedAround(context, place.about), forNamed);
  if (refusal !== null) throw new Refused(refusal);
  const at =
    state?.kind === 'restricted'
      ? notePrintInside(store, state)
      : store.commit((writing) => writing.note('record.printed', place));
  const { frontier } = store.head;
  return { size: frontier.size, root: rootOf(frontier).toString('base64'), at };
}

/** Nothing is noted in the log, which may be open to be read only: the file itself says who saved it, when and why. */
function exportEvidence({ why, folder }: Parameters<Commands['exportEvidence']>[0], { store, place }: Context) {
  if (!isFolder(folder)) throw new InvalidInput({ folder: 'Choose a folder that exists' });
  const { files, lines } = makeEvidence(store, new WitnessFile(place.profile), why);
  const path = freeName(folder, evidenceName(store));
  const aside = `${path}.part`;
  try {
    inFolder(() => {
      writeAside(aside, writeBundle(files));
      renameSync(aside, path);
    });
  } finally {
    rmSync(aside, { force: true });
  }
  return { file: path, lines };
}

export const auditCommands: Commands = { export: exportLog, exportEvidence, notePrint };
