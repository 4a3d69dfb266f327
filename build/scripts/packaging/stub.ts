import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

// Stands in for the Electron distribution where its binary cannot be had, so that packing can be checked all the same.
// What is packed over it does not start.

export type Target = 'linux' | 'win' | 'mac';

/** Electron's fuses as it ships them: `1` on, `0` off. The last, WasmTrapHandlers, is newer than @electron/fuses 1. */
const shippedFuses = '101100011';
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1'),
  Buffer.from([1, shippedFuses.length]),
  Buffer.from(shippedFuses, 'latin1'),
]);
const script = Buffer.from(
  '#!/bin/sh\necho "This is a stub, packed without Electron: it does not start." >&2\nexit 1\n',
);

function put(folder: string, path: string, content: string | Buffer, mode = 0o644): void {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content, { mode });
}

/** An executable of Windows with nothing but the version that electron-builder writes name and hashes into. */
function windowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron', FileDescription: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.concat([Buffer.from(program.generate()), fuseWire]);
}

function propertyList(name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string><key>CFBundleName</key><string>${name}</string></dict></plist>`;
}

function putMac(folder: string): string {
  const contents = join(folder, 'Electron.app/Contents');
  const frameworks = join(contents, 'Frameworks');
  put(contents, 'Info.plist', propertyList('Electron'));
  put(contents, 'MacOS/Electron', script, 0o755);
  for (const helper of ['', ' (Renderer)', ' (Plugin)', ' (GPU)'].map((kind) => `Electron Helper${kind}`)) {
    put(frameworks, `${helper}.app/Contents/Info.plist`, propertyList(helper));
    put(frameworks, `${helper}.app/Contents/MacOS/${helper}`, script, 0o755);
  }
  put(frameworks, 'Electron Framework.framework/Electron Framework', fuseWire, 0o755);
  put(frameworks, 'Electron Framework.framework/Versions/A/Resources/en.lproj/locale.pak', '');
  return join(contents, 'Resources');
}

function putFlat(folder: string, target: 'linux' | 'win'): string {
  if (target === 'win') put(folder, 'electron.exe', windowsProgram(), 0o755);
  else put(folder, 'electron', Buffer.concat([script, fuseWire]), 0o755);
  put(folder, 'locales/en-GB.pak', '');
  return join(folder, 'resources');
}

async function putDefaultApp(resources: string): Promise<void> {
  const app = mkdtempSync(join(tmpdir(), 'default-app-'));
  put(app, 'package.json', '{ "main": "main.js" }');
  put(app, 'main.js', '');
  mkdirSync(resources, { recursive: true });
  await createPackage(app, join(resources, 'default_app.asar'));
  rmSync(app, { recursive: true });
}

/** Fills the folder with what electron-builder takes for an unpacked Electron distribution. */
export async function putStubDistribution(folder: string, target: Target, version: string): Promise<void> {
  put(folder, 'version', version);
  put(folder, 'LICENSE', 'A stub.\n');
  put(folder, 'LICENSES.chromium.html', 'A stub.\n');
  await putDefaultApp(target === 'mac' ? putMac(folder) : putFlat(folder, target));
}
