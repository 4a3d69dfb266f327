import { QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { InputOf, OutputOf } from '../shared/contract/call.ts';
import type { Contract } from '../shared/contract/index.ts';
import { type LogFailure, valueOf } from './api.ts';
import { Problem } from './ui/problem.tsx';

/** What the screens have looked at. It is thrown away with the page at every lock. */
export const looks = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' },
  },
});

/** Looks something up in the log. Whatever is saved anywhere makes all looks look again. */
export function useLook<G extends keyof Contract, C extends keyof Contract[G]>(
  group: G,
  call: C,
  input: InputOf<Contract[G][C]>,
  enabled = true,
): UseQueryResult<OutputOf<Contract[G][C]>, LogFailure> {
  type Output = OutputOf<Contract[G][C]>;
  return useQuery<Output, LogFailure>({
    queryKey: [group, call, input],
    // `as`: the contract's own output of this call, which the compiler loses on the way through two indexes.
    queryFn: () => valueOf(window.practiceLog.ask(`${group}.${String(call)}`, input)) as Promise<Output>,
    enabled,
  });
}

/** Under a third of a second nothing is shown, so that fast pages do not flicker. */
function useSlow(): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return slow;
}

function Loading({ what }: { readonly what: string }): ReactNode {
  return useSlow() ? <p role="status">Loading {what}</p> : null;
}

interface LookProps<T> {
  readonly at: UseQueryResult<T, LogFailure>;
  /** What is loaded, in the words of "Loading …". */
  readonly what: string;
  readonly children: (value: T) => ReactNode;
}

/** Shows what was looked up, that it takes a while, or what is wrong and what to do. */
export function Look<T>({ at, what, children }: LookProps<T>): ReactNode {
  const failed = at.error !== null && <Problem sentence={at.error.message} onAgain={() => void at.refetch()} />;
  if (at.data === undefined) return failed || <Loading what={what} />;
  // What was seen before stays, with what is wrong over it. Always two places, so that a form below keeps what is in it.
  return (
    <>
      {failed}
      {children(at.data)}
    </>
  );
}
