import type { SessionLine, supervisionCalls } from '../../shared/contract/supervision.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import type { Handlers } from '../store/context.ts';

interface SessionRow extends Omit<SessionLine, 'reference' | 'supervisees' | 'signed'> {
  readonly supervisees: string;
  readonly signed: 0 | 1;
}

export const supervisionQueries: Pick<Handlers<typeof supervisionCalls>, 'list' | 'open'> = {
  list(_input, context) {
    const rows = context.store.view.db
      .prepare<[], SessionRow>(`
        SELECT thread AS session, kind, held_on AS heldOn, supervisor, supervisees, signed
        FROM session ORDER BY held_on DESC, thread
      `)
      .all();
    return rows.map(({ supervisees, signed, ...row }) => ({
      ...row,
      signed: signed === 1,
      supervisees: JSON.parse(supervisees) as StaffId[], // `as`: the projection wrote it.
      reference: referenceOf('S', row.session),
    }));
  },
  open({ session }, context) {
    const { newest, facts } = context.state('session', session);
    return { session, newest, state: facts, reference: referenceOf('S', session) };
  },
};
