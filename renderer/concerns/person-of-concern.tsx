import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { KnownPersonBar, PersonBar } from '../people/person-bar.tsx';

/** Whom a concern is about. A restricted concern says it itself: it leads to no page of theirs. */
export function PersonOfConcern({ page: { person, state } }: { readonly page: Pick<ConcernPage, 'person' | 'state'> }) {
  return state.restricted === undefined ? (
    <PersonBar person={person} />
  ) : (
    <KnownPersonBar details={state.restricted.details} mark="Restricted concern" />
  );
}
