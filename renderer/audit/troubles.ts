import { useQuery } from '@tanstack/react-query';
import type { ReadOnly, UnlockReport } from '../../shared/contract/store.ts';
import { looks } from '../look.tsx';
import type { Troubles } from './trouble-words.ts';

const key = ['troubles at unlock'];
const readOnlyKey = ['read only'];

export type Found = ReadOnly & Pick<UnlockReport, 'entries'>;

/** Keeps what unlocking found wrong, for as long as the log stays unlocked. */
export function rememberTroubles({ damagedRecords, refusedEntries, readOnly, entries }: UnlockReport): void {
  looks.setQueryData<Troubles>(key, { damagedRecords, refusedEntries });
  looks.setQueryData<Found | null>(readOnlyKey, readOnly && { ...readOnly, entries });
}

/** Why the log can only be read; null as ever. */
export function useReadOnly(): Found | null {
  const { data } = useQuery<Found | null>({
    queryKey: readOnlyKey,
    queryFn: () => null,
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return data ?? null;
}

export function isReadOnly(): boolean {
  return (looks.getQueryData<Found | null>(readOnlyKey) ?? null) !== null;
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
