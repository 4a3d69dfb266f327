import { useParams } from '@tanstack/react-router';
import type { ThreadId } from '../../shared/domain/ids.ts';

/** The session that the address names. */
export function useSessionParam(): ThreadId {
  return useParams({ strict: false }).session as ThreadId; // `as`: the log refuses what is not the id of a record.
}
