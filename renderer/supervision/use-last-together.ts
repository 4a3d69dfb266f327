import type { SessionPage } from '../../shared/contract/supervision.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { useLook } from '../look.tsx';
import { lastTogether } from './session-form.ts';

export interface LastTogether {
  /** Undefined when these people never met, and until it is read. */
  readonly page: SessionPage | undefined;
  /** Whether that is known. Before it is, nobody can say that nothing was promised. */
  readonly known: boolean;
  readonly problem: string | null;
  readonly onAgain: () => void;
}

/** The last session of the people who are chosen, in full. */
export function useLastTogether(supervisees: readonly string[]): LastTogether {
  const sessions = useLook('supervision', 'list', {});
  const last = lastTogether(sessions.data ?? [], supervisees)?.session;
  const page = useLook('supervision', 'open', { session: last as ThreadId }, last !== undefined); // `as`: not asked without one.
  return {
    page: last === undefined ? undefined : page.data,
    known: sessions.data !== undefined && (last === undefined || page.data !== undefined),
    problem: sessions.error?.message ?? (last === undefined ? null : (page.error?.message ?? null)),
    onAgain: () => {
      void sessions.refetch();
      if (last !== undefined) void page.refetch();
    },
  };
}
