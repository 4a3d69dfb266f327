import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import type { OutputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { TimelineEntry } from '../../shared/contract/people.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { type LogFailure, log, valueOf } from '../api.ts';
import { useLook } from '../look.tsx';

const pageLength = 50;

export interface TimelineSoFar {
  readonly total: number;
  readonly entries: readonly TimelineEntry[];
  /** Why older entries could not be shown. */
  readonly problem: string | null;
  readonly again: () => void;
  readonly showOlder: () => void;
}

type Page = OutputOf<Contract['people']['timeline']>;

/** The newest `pages` times fifty entries. Opening older ones is recorded, so none is fetched before somebody asks. */
export function useTimeline(
  person: PersonId,
  pages: number,
  showOlder: () => void,
): TimelineSoFar & { readonly first: UseQueryResult<Page, LogFailure> } {
  const first = useLook('people', 'timeline', { person });
  const older = useQueries({
    queries: Array.from({ length: pages - 1 }, (_, index) => {
      const input = { person, before: (index + 1) * pageLength };
      return { queryKey: ['people', 'timeline', input], queryFn: () => valueOf<Page>(log.people.timeline(input)) };
    }),
  });
  // What is saved meanwhile moves entries from one page to the next: each is shown once.
  const entries = new Map(
    [first, ...older].flatMap((page) => page.data?.entries ?? []).map((entry) => [entry.event, entry]),
  );
  const failed = older.find((page) => page.error !== null);
  return {
    first,
    total: first.data?.total ?? 0,
    entries: [...entries.values()],
    problem: failed?.error?.message ?? null,
    again: () => void failed?.refetch(),
    showOlder,
  };
}
