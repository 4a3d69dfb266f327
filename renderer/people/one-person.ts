import type { PersonPage } from '../../shared/contract/people.ts';
import type { PersonId } from '../../shared/domain/ids.ts';

/** Whether a record about `other` is about the person of this page, under this record or one that goes on under it. */
export function isOfOne({ person, joined }: PersonPage, other: PersonId): boolean {
  return other === person || joined.some((one) => one.person === other);
}
