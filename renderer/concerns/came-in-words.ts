import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { dateAndTime } from '../words/dates.ts';

type Raised = ConcernPage['state']['raised'];

/** `J Reeve, receptionist at Wren Street`. */
export function recordedForWords({ name, role }: Pick<NonNullable<Raised['recordedFor']>, 'name' | 'role'>): string {
  return `${name}, ${role}`;
}

/** `Late entry: written 20 November 2025, 3:15pm, typed in 24 November 2025, 9:12am.` */
export function lateEntryWords({ writtenOn }: { readonly writtenOn: string }, typedIn: string): string {
  return `Late entry: written ${dateAndTime(writtenOn)}, typed in ${dateAndTime(typedIn)}.`;
}

/** What whoever told it answered, before their name: `Confirmed as right by Grace O.` */
export const confirmedWords = {
  yes: 'Confirmed as right by',
  'something-to-add': 'Read and added to by',
} as const satisfies Record<NonNullable<ConcernPage['state']['confirmed']>['agrees'], string>;
