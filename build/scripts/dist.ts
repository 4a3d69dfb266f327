import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { downloadArtifact } from '@electron/get';
import { buildAll } from './build.ts';
import { needNode24 } from './need-node.ts';
import { packProject, versionOfElectron } from './packaging/pack.ts';
import type { Target } from './packaging/stub.ts';

// npm run dist [-- [--stub] [--linux] [--win] [--mac] [--out FOLDER]]: builds, then makes the installers of the system
// it runs on, or of those named. A dmg needs a Mac; signing needs the certificates.

const project = fileURLToPath(new URL('../..', import.meta.url));
const systems = { linux: 'linux', win: 'win32', mac: 'darwin' } as const;
const ownTarget: Target = process.platform === 'win32' ? 'win' : process.platform === 'darwin' ? 'mac' : 'linux';

/** Brings Electron's binary into the cache that electron-builder takes it from. False when that cannot be done. */
async function haveElectron(target: Target): Promise<boolean> {
  try {
    const arch = target === 'mac' ? 'arm64' : 'x64';
    const version = versionOfElectron(project);
    await downloadArtifact({ artifactName: 'electron', version, platform: systems[target], arch });
    return true;
  } catch (error) {
    console.error(`Electron for ${target} is not there and cannot be fetched: ${String(error)}`);
    return false;
  }
}

/** True when what was asked for was made. */
async function dist(target: Target, output: string, asStub: boolean): Promise<boolean> {
  const stub = asStub || !(await haveElectron(target));
  await packProject({ project, output, target, stub });
  if (stub)
    console.log(`A stub for ${target}, to look into, is in ${output}. It holds no Electron and does not start.`);
  return stub === asStub;
}

needNode24();
const { values } = parseArgs({
  options: {
    stub: { type: 'boolean', default: false },
    linux: { type: 'boolean', default: false },
    win: { type: 'boolean', default: false },
    mac: { type: 'boolean', default: false },
    out: { type: 'string', default: fileURLToPath(new URL('../../dist/packages', import.meta.url)) },
  },
});
const named = (['linux', 'win', 'mac'] as const).filter((target) => values[target]);
await buildAll();
for (const target of named.length > 0 ? named : [ownTarget]) {
  if (!(await dist(target, values.out, values.stub))) process.exitCode = 1;
}
