import { useParams } from '@tanstack/react-router';
import type { ThreadId } from '../../shared/domain/ids.ts';

/** The referral that the address names. */
export function useReferralParam(): ThreadId {
  return useParams({ strict: false }).referral as ThreadId; // `as`: the log refuses what is not the id of a referral.
}
