import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { putStubDistribution, type Target } from './stub.ts';

export interface Packing {
  /** The folder with package.json, electron-builder.yml and dist. */
  readonly project: string;
  readonly output: string;
  readonly target: Target;
  /** Over a stub rather than Electron: a folder to look into, never an installer. */
  readonly stub: boolean;
}

const platforms = { linux: Platform.LINUX, win: Platform.WINDOWS, mac: Platform.MAC };

export function versionOfElectron(project: string): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(project, 'node_modules/electron/package.json'), 'utf8'),
  );
  return version;
}

/** What the package of Electron, itself held by our lock file, says that its binaries hash to. */
export function checksumsOfElectron(project: string): Record<string, string> {
  return JSON.parse(readFileSync(join(project, 'node_modules/electron/checksums.json'), 'utf8'));
}

async function pack({ project, output, target }: Packing, distribution?: string): Promise<void> {
  const config: Configuration = {
    directories: { output },
    electronDownload: { checksums: checksumsOfElectron(project) },
    ...(distribution !== undefined && {
      electronDist: distribution,
      // electron-builder takes this out of a distribution that it fetched itself, but not out of one given to it.
      afterExtract: ({ appOutDir, packager }) => {
        const mac = join(appOutDir, 'Electron.app/Contents/Resources');
        rmSync(join(target === 'mac' ? mac : packager.getResourcesDir(appOutDir), 'default_app.asar'));
      },
    }),
  };
  const targets =
    distribution === undefined ? platforms[target].createTarget() : platforms[target].createTarget('dir', Arch.x64);
  await build({ projectDir: project, targets, config, publish: 'never' });
}

/** Packs what `npm run build` left in the project's dist, by its electron-builder.yml. */
export async function packProject(packing: Packing): Promise<void> {
  if (!packing.stub) return pack(packing);
  const distribution = mkdtempSync(join(tmpdir(), 'electron-stub-'));
  try {
    await putStubDistribution(distribution, packing.target, versionOfElectron(packing.project));
    await pack(packing, distribution);
  } finally {
    rmSync(distribution, { recursive: true, force: true });
  }
}
