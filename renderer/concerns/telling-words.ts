import type { Telling } from './entries.ts';

/** `Told Dr X`, or that they could not be reached and who is next. */
export function tellingWords({ who, reached, next, tookOver }: Telling): string {
  if (!reached) return `Tried ${who}: not reached. Next: ${next ?? 'not written down'}`;
  return tookOver === true ? `Told ${who}, who took over the next step` : `Told ${who}`;
}
