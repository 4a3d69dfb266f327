import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readBundle, verifyBundle } from '../../../electron/audit/verify.ts';

/** What one of the two verifiers, written apart from each other, says of an export. */
export interface Judgement {
  readonly by: string;
  readonly holds: boolean;
  readonly sentence: string;
}

function byProgram(file: string): Judgement {
  const { ok, holds, fails } = verifyBundle(readBundle(readFileSync(file)));
  const sentence = ok ? `holds, in ${holds.length} checks` : `does not hold: ${fails[0] ?? ''}`;
  return { by: 'verify.ts', holds: ok, sentence };
}

/** @returns null where there is no Python 3 */
function byPython(file: string): Judgement | null {
  const script = fileURLToPath(new URL('../../../electron/audit/verify.py', import.meta.url));
  const { status, stdout, error } = spawnSync('python3', [script, file], { encoding: 'utf8' });
  if (error !== undefined) return null;
  const sentence = stdout.trimEnd().split('\n').at(-1) ?? '';
  return {
    by: 'verify.py',
    holds: status === 0,
    sentence: status === 0 ? 'holds, read by another program in another language' : sentence,
  };
}

export function judge(file: string): readonly Judgement[] {
  return [byProgram(file), byPython(file)].filter((one) => one !== null);
}
