/**
 * `npm run verify -- FILE [--key VKEY]`: says what of an audit bundle holds and what does not.
 * Exit code 0 when all holds, 1 when something does not or the file cannot be read, 2 when called wrongly.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Report, readBundle, UnreadableBundle, verifyBundle } from '../../electron/audit/verify.ts';

const USAGE = 'Say which file to check: npm run verify -- FILE [--key VKEY]';

interface Wanted {
  readonly file: string;
  readonly key: string | undefined;
}

function wanted(args: readonly string[]): Wanted | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { key: { type: 'string' } },
    });
    const [file, ...rest] = positionals;
    return file === undefined || rest.length > 0 ? null : { file, key: values.key };
  } catch {
    return null;
  }
}

function print({ holds, fails, ok }: Report): void {
  for (const sentence of holds) console.log(`ok      ${sentence}`);
  for (const sentence of fails) console.log(`FAILED  ${sentence}`);
  if (!ok)
    console.log(`Do not rely on this file: ${fails.length} checks or entries failed. It was changed or damaged.`);
}

/** What a reader should compare with something that they got by another way. */
function printWhatToCompare(files: ReadonlyMap<string, Uint8Array>, key: string | undefined): void {
  const text = (name: string) => Buffer.from(files.get(name) ?? []).toString();
  const [origin = '', size = '', root = ''] = text('checkpoint').split('\n');
  console.log(`Log ${origin}, ${size} entries, root ${root}`);
  if (key !== undefined) console.log('This export holds, and was signed with the key that you gave.');
  else
    console.log(
      `This export agrees with itself. No key was given, so compare this one with a key that you got another way:\n${text('key.vkey').trim()}`,
    );
}

function bytesOf(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

function check({ file, key }: Wanted): boolean {
  const bytes = bytesOf(file);
  if (bytes === null) {
    console.log('FAILED  The file is not there, is a folder, or cannot be read.');
    return false;
  }
  try {
    const files = readBundle(bytes);
    const report = verifyBundle(files, { key });
    print(report);
    if (report.ok) printWhatToCompare(files, key);
    return report.ok;
  } catch (error) {
    if (!(error instanceof UnreadableBundle)) throw error;
    console.log(`FAILED  The file is not an audit bundle. ${error.message}`);
    return false;
  }
}

const asked = wanted(process.argv.slice(2));
if (asked === null) console.error(USAGE);
process.exitCode = asked === null ? 2 : Number(!check(asked));
