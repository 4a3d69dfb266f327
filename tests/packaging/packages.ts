import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractAll, getRawHeader } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the program and its resources are, below the folder that `npm run dist` writes to. */
export const layouts = {
  linux: { program: 'linux-unpacked/practice-log', resources: 'linux-unpacked/resources', addon: 'linux-x64.node' },
  win: { program: 'win-unpacked/Practice log.exe', resources: 'win-unpacked/resources', addon: 'win32-x64.node' },
  mac: {
    program: 'mac/Practice log.app',
    resources: 'mac/Practice log.app/Contents/Resources',
    addon: 'darwin-x64.node',
  },
} as const;

export interface PackedFile {
  /** In the asar, with forward slashes and none at the start. */
  readonly path: string;
  readonly unpacked: boolean;
}

/** Builds the app and packs it over stubs, as a person would; returns the folder with the packages. */
export function packEverything(): string {
  const output = mkdtempSync(join(tmpdir(), 'packages-'));
  const options = ['--stub', '--linux', '--win', '--mac', '--out', output];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/scripts/dist.ts', ...options], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm run dist failed:\n${stdout}\n${stderr}`);
  return output;
}

interface Entry {
  readonly unpacked?: boolean;
  readonly files?: Readonly<Record<string, Entry>>;
}

function filesBelow(path: string, { files, unpacked }: Entry): readonly PackedFile[] {
  if (files === undefined) return [{ path, unpacked: unpacked === true }];
  return Object.entries(files).flatMap(([name, entry]) => filesBelow(path === '' ? name : `${path}/${name}`, entry));
}

/** Every file that the header of an asar names. */
export function filesOf(asar: string): readonly PackedFile[] {
  return filesBelow('', getRawHeader(asar).header);
}

/** The app as Node can read it: the asar with what lies unpacked beside it, in a new folder. */
export function extracted(asar: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'packaged-app-'));
  extractAll(asar, folder); // Takes the unpacked files from beside the asar.
  return folder;
}

const on = '1'.charCodeAt(0);

/** The fuses that a program holds, by the names of electron-builder; those that it does not know by their number. */
export async function fusesOf(program: string): Promise<Readonly<Record<string, boolean>>> {
  const { version: _, ...wire } = await getCurrentFuseWire(program);
  return Object.fromEntries(
    Object.entries(wire).map(([index, state]) => {
      const name: string | undefined = FuseV1Options[Number(index)];
      return [name === undefined ? index : `${name.charAt(0).toLowerCase()}${name.slice(1)}`, Number(state) === on];
    }),
  );
}
