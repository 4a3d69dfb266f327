import { useParams } from '@tanstack/react-router';
import type { ThreadId } from '../../shared/domain/ids.ts';

/** The concern that the address names. */
export function useConcernId(): ThreadId {
  // `as`: the log refuses whatever is not the id of a concern, and says so.
  return useParams({ strict: false }).concern as ThreadId;
}
