import type { ConcernPage } from '../../../shared/contract/concerns.ts';

export type Linked = ConcernPage['linked'][number];
export type As = Linked['as'];

/** "How do they belong together?" */
export const asWords = {
  linked: 'They belong together',
  duplicate: 'This one is a duplicate',
} as const satisfies Record<As, string>;

export const asHints = {
  linked: 'Both go on by themselves',
  duplicate: 'Both are about the same thing. Work goes on in the other one, and this one is no longer open',
} as const satisfies Record<As, string>;

/** How the other concern stands to the one on the page. */
export function linkedWords({ as, fromThere }: Pick<Linked, 'as' | 'fromThere'>): string {
  if (as === 'linked') return 'Belongs together with this one';
  return fromThere ? 'A duplicate of this one' : 'Work goes on there: this one is a duplicate';
}
