import { useQuery } from '@tanstack/react-query';
import type { WholeCheck } from '../../shared/contract/audit.ts';
import { LogFailure, log, valueOf } from '../api.ts';
import { looks } from '../look.tsx';

type Check = Pick<WholeCheck, 'entries' | 'root'>;

/** A check of the whole log. It goes on when somebody goes to another page, and comes back to it. */
export function useWholeCheck() {
  return useQuery<Check>({
    queryKey: ['whole check'],
    queryFn: async () => {
      const held = await valueOf(log.audit.check({}));
      void looks.invalidateQueries({ queryKey: ['audit'] });
      return held;
    },
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** Whether the last check found the log itself damaged, not merely that it could not be made. */
export function useDamageFound(): boolean {
  const { error, isFetching } = useWholeCheck();
  return !isFetching && error instanceof LogFailure && error.failure.kind === 'store';
}
