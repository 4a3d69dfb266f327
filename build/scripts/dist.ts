import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { downloadArtifact } from '@electron/get';
import { buildAll } from './build.ts';
import { needNode24 } from './need-node.ts';
import { checksumsOfElectron, packProject, versionOfElectron } from './packaging/pack.ts';
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
    const checksums = checksumsOfElectron(project);
    await downloadArtifact({ artifactName: 'electron', version, platform: systems[target], arch, checksums });
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
// Anything else (a test runner's `test`, say) would pack React for development, with this machine's paths in it.
process.env['NODE_ENV'] = 'production';
await buildAll();
let complete = true;
for (const target of named.length > 0 ? named : [ownTarget]) {
  complete = (await dist(target, values.out, values.stub)) && complete;
}
process.exit(complete ? 0 : 1); // Not `exitCode`: a hook of electron-builder ends the process with 0 whatever it says.
