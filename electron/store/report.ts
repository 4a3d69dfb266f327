import { randomBytes } from 'node:crypto';
import { z } from '../../shared/zod.ts';

/** What may be written down about a mistake of the program: its class and where in the code, never its message. */
export interface MistakeReport {
  readonly support: string;
  readonly call: string;
  readonly error: string;
  readonly at: readonly string[];
}

// A message may quote what somebody typed, lines that look like frames included; V8 puts it before the frames.
function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  return error.stack
    .replace(error.message, '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim());
}

export function mistakeReport(call: string, error: unknown): MistakeReport {
  const support = randomBytes(5).toString('hex').toUpperCase();
  return { support, call, error: error instanceof Error ? error.name : typeof error, at: framesOf(error) };
}

/** A sentence for each field of an input that did not parse; the first one where a field has several. */
export function fieldsOf(error: z.ZodError): Readonly<Record<string, string>> {
  const fields = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const field = path.join('.');
    if (!fields.has(field)) fields.set(field, message);
  }
  return Object.fromEntries(fields);
}
