import { keepPreviousData, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import type { InputOf, OutputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { TimelineEntry, TimelinePage } from '../../shared/contract/people.ts';
import { type LogFailure, log, valueOf } from '../api.ts';

const pageLength = 50;

type Asked = InputOf<Contract['people']['timeline']>;

export interface TimelineSoFar {
  readonly newest: TimelinePage;
  readonly entries: readonly TimelineEntry[];
  /** Why older entries could not be shown. */
  readonly problem: string | null;
  readonly again: () => void;
}

type Page = OutputOf<Contract['people']['timeline']>;

function pageOf(asked: Asked) {
  return { queryKey: ['people', 'timeline', asked], queryFn: () => valueOf<Page>(log.people.timeline(asked)) };
}

/**
 * The newest `pages` times fifty of the entries that are asked for. Opening older ones is recorded, so none is fetched
 * before somebody asks. While other filters are looked up, what was shown before stays.
 */
export function useTimeline(
  asked: Asked,
  pages: number,
): {
  readonly first: UseQueryResult<Page, LogFailure>;
  readonly soFar: (newest: TimelinePage) => TimelineSoFar;
} {
  const first = useQuery<Page, LogFailure>({ ...pageOf(asked), placeholderData: keepPreviousData });
  const older = useQueries({
    queries: Array.from({ length: pages - 1 }, (_, index) => pageOf({ ...asked, before: (index + 1) * pageLength })),
  });
  const failed = older.find((page) => page.error !== null);
  return {
    first,
    soFar: (newest) => {
      // What is saved meanwhile moves entries from one page to the next: each is shown once.
      const shown = [...newest.entries, ...older.flatMap((page) => page.data?.entries ?? [])];
      return {
        newest,
        entries: [...new Map(shown.map((entry) => [entry.event, entry])).values()],
        problem: failed?.error?.message ?? null,
        again: () => void failed?.refetch(),
      };
    },
  };
}
