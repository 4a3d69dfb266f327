import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** A folder that was made once in this run of the tests, and what its maker said about it. */
interface Template<T> {
  readonly folder: string;
  readonly facts: T;
}

/**
 * What many tests begin with, made once for each run and copied by each test. Every copy is a folder of its own.
 *
 * @param make fills an empty folder; what it answers must survive a structured clone
 * @returns null outside a run that keeps templates: then each makes its own
 */
export async function madeOnce<T>(name: string, make: (folder: string) => Promise<T>): Promise<Template<T> | null> {
  const kept = process.env['TEST_TEMPLATES'];
  if (kept === undefined) return null;
  const folder = join(kept, name);
  if (!existsSync(folder)) await makeAside(kept, folder, make);
  return { folder, facts: deserialize(readFileSync(join(folder, 'facts'))) as T }; // `as`: written below by the same maker.
}

async function makeAside<T>(kept: string, folder: string, make: (folder: string) => Promise<T>): Promise<void> {
  const aside = mkdtempSync(join(kept, 'making-'));
  writeFileSync(join(aside, 'facts'), serialize(await make(aside)));
  try {
    renameSync(aside, folder);
  } catch (error) {
    // Another worker was quicker: its folder is as good as ours.
    if (!existsSync(folder)) throw error;
    rmSync(aside, { recursive: true });
  }
}

/** Copies the parts of a template that a test works on. */
export function copyOf(template: string, parts: Readonly<Record<string, string>>): void {
  for (const [part, to] of Object.entries(parts)) cpSync(join(template, part), to, { recursive: true });
}
