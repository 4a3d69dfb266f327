import type { ConcernLine } from '../../../shared/contract/concerns.ts';

/** A reference as somebody may type it: without its letter or hyphen, and with the letters that look like figures. */
function plainReference(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** Whether what was typed is a part of the reference that somebody could read out. */
export function hasReference({ reference }: Pick<ConcernLine, 'reference'>, typed: string): boolean {
  const wanted = plainReference(typed.replace(/^\s*c\s*-\s*/i, ''));
  return wanted.length >= 3 && plainReference(reference.slice(2)).includes(wanted);
}
