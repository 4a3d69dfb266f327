import type { SessionLine, SessionPage, supervisionCalls } from '../../shared/contract/supervision.ts';
import { dayInEngland, type Instant, type IsoDate } from '../../shared/domain/calendar.ts';
import type { StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { rolesOfTwo } from '../../shared/domain/roles.ts';
import { supervisionDue } from '../../shared/domain/supervision-due.ts';
import { holdsRole, isActive, type RegisterState, supervisorsOf } from '../../shared/policy/register-state.ts';
import type { Context, Handlers } from '../store/context.ts';

type Queries = Pick<Handlers<typeof supervisionCalls>, 'list' | 'open' | 'due'>;

interface SessionRow extends Omit<SessionLine, 'reference' | 'supervisees' | 'signed' | 'unsignedBy' | 'mustSign'> {
  readonly supervisees: string;
  readonly unsignedBy: string;
}

interface Pair {
  readonly staff: StaffId;
  readonly supervisor: StaffId;
  /** When the one was named for the other. */
  readonly since: Instant;
}

/** Me with each of my supervisors, then everybody whom I supervise. */
function pairsOf({ me, register }: Context): readonly Pair[] {
  const supervisors = supervisorsOf(register, me);
  const mine = register.supervisors.filter(({ staff, supervisor }) => staff === me && supervisors.includes(supervisor));
  return [...mine, ...supervisedBy(me, register)];
}

function supervisedBy(me: StaffId, register: RegisterState): readonly Pair[] {
  if (!holdsRole(register, me, rolesOfTwo)) return [];
  return register.supervisors.filter(({ staff, supervisor }) => supervisor === me && isActive(register, staff));
}

// Of two on one day the one that was written down later.
const newestFirst = 'ORDER BY held_on DESC, recorded_at DESC, thread';
const withSupervisee = 'EXISTS (SELECT 1 FROM json_each(session.supervisees) WHERE value = ?)';

function lastOf({ store }: Context, { staff, supervisor }: Omit<Pair, 'since'>) {
  const sql = `
    SELECT held_on AS heldOn, next_on AS nextOn FROM session WHERE supervisor = ? AND ${withSupervisee}
    ${newestFirst} LIMIT 1
  `;
  type Row = { readonly heldOn: IsoDate; readonly nextOn: IsoDate | null };
  return store.view.db.prepare<[string, string], Row>(sql).get(supervisor, staff) ?? null;
}

function pageOf(context: Context, session: ThreadId): SessionPage {
  const { newest, facts } = context.state('session', session);
  return { session, newest, state: facts, reference: referenceOf('S', session) };
}

export const supervisionQueries: Queries = {
  list(_input, { me, store }) {
    const rows = store.view.db
      .prepare<[], SessionRow>(`
        SELECT thread AS session, kind, held_on AS heldOn, supervisor, supervisees, minutes, next_on AS nextOn,
          unsigned_by AS unsignedBy
        FROM session ${newestFirst}
      `)
      .all();
    return rows.map(({ supervisees, unsignedBy, ...row }) => {
      const missing = JSON.parse(unsignedBy) as StaffId[]; // `as`: the projection wrote it.
      return {
        ...row,
        supervisees: JSON.parse(supervisees) as StaffId[], // `as`: likewise.
        reference: referenceOf('S', row.session),
        signed: missing.length === 0,
        unsignedBy: missing,
        mustSign: missing.includes(me),
      };
    });
  },
  open({ session }, context) {
    return pageOf(context, session);
  },
  due(_input, context) {
    const { supervisionIntervalDays } = context.register.settings;
    return pairsOf(context).map(({ since, ...pair }) => {
      const last = lastOf(context, pair);
      const named = dayInEngland(new Date(since));
      const due = supervisionDue(last, named, supervisionIntervalDays, context.today());
      return { ...pair, last: last?.heldOn ?? null, ...due };
    });
  },
};
