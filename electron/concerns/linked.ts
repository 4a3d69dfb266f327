import type { LinkedConcern } from '../../shared/contract/concern-course.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import type { Context } from '../store/context.ts';

interface Row extends Omit<LinkedConcern, 'reference' | 'name' | 'fromThere'> {
  readonly fromThere: 0 | 1;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly description: string | null;
}

/** The concerns that it is linked to from either side: the join leaves out those that I do not read. */
export function linkedTo({ store }: Context, concern: ThreadId): readonly LinkedConcern[] {
  const rows = store.view.db
    .prepare<{ concern: string }, Row>(`
      SELECT other AS concern, 0 AS fromThere, linked_as AS "as", why, by_staff AS "by", at, given_name AS givenName,
        family_name AS familyName, description
      FROM concern_link JOIN concern ON concern.thread = other LEFT JOIN person USING (person)
      WHERE concern_link.thread = :concern
      UNION ALL
      SELECT concern_link.thread, 1, linked_as, why, by_staff, at, given_name, family_name, description
      FROM concern_link JOIN concern ON concern.thread = concern_link.thread LEFT JOIN person USING (person)
      WHERE other = :concern
      ORDER BY at
    `)
    .all({ concern });
  return rows.map(({ givenName, familyName, description, fromThere, ...row }) => ({
    ...row,
    fromThere: fromThere === 1,
    reference: referenceOf('C', row.concern),
    name: nameOfPerson({ givenName, familyName, description }),
  }));
}
