import type { registerCalls } from '../../shared/contract/register.ts';
import type { ConnectionLine, CoverLine } from '../../shared/contract/staffing.ts';
import { beginOfDayInEngland, dayAfter, dayInEngland, type IsoDate, instantOf } from '../../shared/domain/calendar.ts';
import { rolesOfTwo } from '../../shared/domain/roles.ts';
import { standingCovers, unseenCovers } from '../../shared/policy/register/covers.ts';
import { type Cover, holdsRole } from '../../shared/policy/register-state.ts';
import { type Context, type Handlers, InvalidInput } from '../store/context.ts';
import { wouldRefuse } from '../store/would.ts';
import { append } from './append.ts';

type Commands = Pick<
  Handlers<typeof registerCalls>,
  'coverAbsence' | 'appointCover' | 'confirmCover' | 'endCover' | 'seenCover' | 'endConnection'
>;

/** The moments between which days of England lie, both of them part of it. */
function moments(from: IsoDate, until: IsoDate) {
  if (until < from) throw new InvalidInput({ until: 'The last day must be on or after the first' });
  return { from: instantOf(beginOfDayInEngland(from)), until: instantOf(beginOfDayInEngland(dayAfter(until))) };
}

function checkLastDay(context: Context, until: IsoDate): void {
  if (until < context.today()) throw new InvalidInput({ until: 'The last day must be today or later' });
}

export const coverCommands: Commands = {
  coverAbsence({ from, until, ...asked }, context) {
    checkLastDay(context, until);
    return append(context, 'cover.named', { kind: 'planned', ...asked, ...moments(from, until) });
  },
  appointCover({ until, ...asked }, context) {
    checkLastDay(context, until);
    if (until > dayAfter(context.today(), 13)) throw new InvalidInput({ until: 'Choose a last day within 14 days' });
    return append(context, 'cover.named', { kind: 'sudden', ...asked, ...moments(context.today(), until) });
  },
  confirmCover(input, context) {
    append(context, 'cover.confirmed', input);
    return null;
  },
  endCover(input, context) {
    append(context, 'cover.ended', input);
    return null;
  },
  seenCover(input, context) {
    append(context, 'cover.seen', input);
    return null;
  },
  endConnection(input, context) {
    append(context, 'connection.ended', input);
    return null;
  },
};

function stateOf(cover: Cover, standing: readonly Cover[], now: number): CoverLine['state'] {
  if (cover.endedBy !== null) return 'ended';
  if (Date.parse(cover.until) <= now) return 'over';
  if (!cover.stands) return 'waiting';
  if (now < Date.parse(cover.from)) return 'to-come';
  return standing.includes(cover) ? 'now' : 'void';
}

function lineOf(context: Context, cover: Cover, standing: readonly Cover[], now: number): CoverLine {
  const place = { thread: context.register.thread, about: null };
  const { id, kind, absent, practice, reason, namedBy, confirmedBy } = cover;
  return {
    id,
    kind,
    absent,
    practice,
    cover: cover.cover,
    from: dayInEngland(new Date(cover.from)),
    until: dayInEngland(new Date(Date.parse(cover.until) - 1)),
    reason,
    namedBy,
    confirmedBy,
    decidedByCover: absent !== namedBy && absent !== confirmedBy && [namedBy, confirmedBy].includes(cover.cover),
    state: stateOf(cover, standing, now),
    mayConfirm: wouldRefuse(context, 'cover.confirmed', place, { cover: id }) === null,
    mayEnd: wouldRefuse(context, 'cover.ended', place, { cover: id }) === null,
  };
}

/** Who stands in, stood in or will stand in for whom, newest first, and of them what the signed-in person must be shown. */
export function coverLines(context: Context): {
  readonly covers: readonly CoverLine[];
  readonly whileYouWereAway: readonly CoverLine[];
} {
  const { me, register } = context;
  const now = context.store.moment();
  const standing = standingCovers(register, now);
  const covers = register.covers.toReversed().map((cover) => lineOf(context, cover, standing, now));
  const unseen = new Set(unseenCovers(register, me).map(({ id }) => id));
  return { covers, whileYouWereAway: covers.filter(({ id }) => unseen.has(id)) };
}

export function connectionLines(context: Context): readonly ConnectionLine[] {
  const { me, register } = context;
  const all = holdsRole(register, me, rolesOfTwo);
  return register.connections
    .filter(({ staff }) => all || staff === me)
    .map(({ staff, person }) => ({
      staff,
      person,
      name: context.nameOfPerson(person),
      mayEnd:
        wouldRefuse(context, 'connection.ended', { thread: register.thread, about: null }, { staff, person }) === null,
    }));
}
