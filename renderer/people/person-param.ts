import { useParams } from '@tanstack/react-router';
import type { PersonId } from '../../shared/domain/ids.ts';

/** The person that the address names. */
export function usePersonParam(): PersonId {
  return useParams({ from: '/people/$person' }).person as PersonId; // `as`: the log refuses what is not the id of somebody.
}
