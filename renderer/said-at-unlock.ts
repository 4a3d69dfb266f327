import { useQuery } from '@tanstack/react-query';
import type { UnlockReport } from '../shared/contract/store.ts';
import { looks } from './look.tsx';

export type SaidAtUnlock = Pick<UnlockReport, 'lettingInWithdrawn' | 'clockBehind'>;

const key = ['said at unlock'];

/** Keeps what a sign-in has to say to whoever signed in, for as long as the log stays unlocked. */
export function rememberWhatIsSaid({ lettingInWithdrawn, clockBehind }: UnlockReport): void {
  looks.setQueryData<SaidAtUnlock>(key, { lettingInWithdrawn, clockBehind });
}

export function useSaidAtUnlock(): SaidAtUnlock {
  const { data } = useQuery<SaidAtUnlock>({
    queryKey: key,
    queryFn: () => ({ lettingInWithdrawn: null, clockBehind: null }),
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data ?? { lettingInWithdrawn: null, clockBehind: null };
}
