import { useQuery } from '@tanstack/react-query';
import type { UnlockReport } from '../../shared/contract/store.ts';
import { looks } from '../look.tsx';
import type { Troubles } from './trouble-words.ts';

const key = ['troubles at unlock'];

/** Keeps what unlocking found wrong with single records, for as long as the log stays unlocked. */
export function rememberTroubles({ damagedRecords, refusedEntries }: UnlockReport): void {
  looks.setQueryData<Troubles>(key, { damagedRecords, refusedEntries });
}

/** What unlocking found wrong with single records; null when nothing was. */
export function useTroubles(): Troubles | null {
  const { data } = useQuery<Troubles | null>({
    queryKey: key,
    queryFn: () => null,
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data && data.damagedRecords + data.refusedEntries > 0 ? data : null;
}
