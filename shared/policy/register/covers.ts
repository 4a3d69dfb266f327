import type { EventId, PracticeId, StaffId } from '../../domain/ids.ts';
import { leadRoles, rolesOfTwo } from '../../domain/roles.ts';
import type { ThreadEvent } from '../../events/index.ts';
import { type Cover, holdsRole, manages, type RegisterState } from '../register-state.ts';
import type { Verdict } from '../thread.ts';

const day = 86_400_000;
/** An hour more than the days have: clocks are put back in October. */
const longestSudden = 14 * day + 3_600_000;
const longest = 366 * day + 3_600_000;

/** The register without those who stand in for somebody: who was given which role. */
export function granted(register: RegisterState): RegisterState {
  return register.acting.length === 0 ? register : { ...register, acting: [] };
}

/** Whether the role that is covered, and one that two people confirmed for the cover, still stand. */
function bothStand({ absent, practice, cover }: Cover, register: RegisterState): boolean {
  return holdsRole(register, absent, leadRoles, practice) && holdsRole(register, cover, rolesOfTwo);
}

/**
 * The covers that count at a moment: agreed, begun, neither over nor ended, by people whose own roles stand.
 *
 * @param now milliseconds since 1970: of an event, its place in the order; for readers, the later of clock and newest event
 */
export function standingCovers(register: RegisterState, now: number): readonly Cover[] {
  const before = granted(register);
  return register.covers.filter(
    (one) =>
      one.stands &&
      one.endedBy === null &&
      now < Date.parse(one.until) &&
      now >= Date.parse(one.from) &&
      bothStand(one, before),
  );
}

/**
 * The register as it is at a moment: whoever stands in for a lead or deputy then holds their role there. Every rule and
 * every list of readers asks a register of a moment.
 */
export function actingAt(register: RegisterState, now: number): RegisterState {
  if (register.covers.length === 0) return register;
  const acting = standingCovers(register, now).flatMap(({ absent, practice, cover }) =>
    register.roles
      .filter((held) => held.staff === absent && held.practice === practice && held.stands)
      .filter(({ role }) => leadRoles.includes(role))
      .map((held) => ({ ...held, staff: cover })),
  );
  return acting.length === 0 ? granted(register) : { ...register, acting };
}

/** When covers begin that are agreed and will within two weeks. */
export function beginningsAhead(register: RegisterState, now: number): readonly number[] {
  return register.covers
    .filter(({ stands, endedBy }) => stands && endedBy === null)
    .map(({ from }) => Date.parse(from))
    .filter((from) => now < from && from <= now + 14 * day);
}

/** Covers that began, or came to an end, after one moment and by another. */
export function coversTurned(register: RegisterState, after: number, now: number): readonly Cover[] {
  return register.covers.filter(({ from, until }) =>
    [from, until].map((one) => Date.parse(one)).some((moment) => after < moment && moment <= now),
  );
}

function coverOf(register: RegisterState, id: EventId): Cover | undefined {
  return register.covers.find((one) => one.id === id);
}

function isOver({ until, endedBy }: Cover, now: number): boolean {
  return endedBy !== null || Date.parse(until) <= now;
}

function mayAsk(event: ThreadEvent<'cover.named'>, register: RegisterState): Verdict {
  const { actor, position, content } = event;
  const { kind, absent, from, until } = content;
  if (kind === 'planned') {
    if (Date.parse(until) - Date.parse(from) > longest) return 'Cover can be named for a year at most.';
    return actor === absent || manages(register, actor)
      ? null
      : 'Only the person who is away, or a practice manager, can name cover for them.';
  }
  if (actor === absent) return 'This is for somebody who cannot do it themselves. Name cover for your own absence.';
  if (Date.parse(from) > position.ms) return 'Cover for somebody who is suddenly away begins today.';
  if (Date.parse(until) - Date.parse(from) > longestSudden)
    return 'Cover for somebody who is suddenly away lasts 14 days at most.';
  if (!manages(register, actor) && !holdsRole(register, actor, rolesOfTwo))
    return 'Only a practice manager, supervisor or safeguarding lead can ask for this cover.';
  if (isChained(register, named(event), position.ms))
    return 'They were covered already and have not seen it yet. For longer, give somebody the role of deputy, which two people confirm.';
  return actor === content.cover && othersCould(register, content) ? byTheCover : null;
}

function overlaps(register: RegisterState, { absent, practice, cover, from, until }: Cover): boolean {
  return register.covers.some(
    (one) =>
      one.endedBy === null &&
      one.absent === absent &&
      one.practice === practice &&
      one.cover === cover &&
      one.from < until &&
      from < one.until,
  );
}

/** Whether a manager and one who reads could appoint a cover who is neither of the two. */
function othersCould(register: RegisterState, { absent, cover }: Pick<Cover, 'absent' | 'cover'>): boolean {
  const others = [...register.staff.keys()].filter((staff) => staff !== absent && staff !== cover);
  return others.some((one) => others.some((other) => one !== other && areBoth(register, one, other)));
}

/**
 * A sudden cover lasts 14 days and comes to an end: a chain of them, of which the absent person knows nothing, would be a
 * role that two people never gave.
 */
function isChained(register: RegisterState, { absent, practice, until }: Cover, now: number): boolean {
  return register.covers.some(
    (one) =>
      one.kind === 'sudden' &&
      one.stands &&
      !one.seen &&
      one.absent === absent &&
      one.practice === practice &&
      one.until < until &&
      now < Date.parse(one.until) + 14 * day,
  );
}

const byTheCover = 'Whoever would stand in cannot be one of the two who decide it. Ask a colleague.';

/** Whether cover may be named. One that its absent person did not name waits for somebody else to confirm it. */
export function mayNameCover(event: ThreadEvent<'cover.named'>, register: RegisterState): Verdict {
  const { absent, practice, cover, from, until } = event.content;
  const roles = granted(register);
  if (until <= from) return 'The last day of the cover must be on or after the first.';
  if (Date.parse(until) <= event.position.ms) return 'The last day of the cover has passed.';
  if (!holdsRole(roles, absent, leadRoles, practice))
    return 'Choose a safeguarding lead or deputy of this practice as the one who is away.';
  if (cover === absent) return 'Nobody covers for themselves. Choose a colleague.';
  if (!holdsRole(roles, cover, rolesOfTwo)) return 'Choose a supervisor or safeguarding lead whose role is confirmed.';
  if (overlaps(register, named(event))) return 'They cover for this absence already.';
  return mayAsk(event, register);
}

/** Two different people, a manager and one who reads. Somebody who is both still needs the other. */
function areBoth(register: RegisterState, one: StaffId, other: StaffId): boolean {
  const reads = (staff: StaffId): boolean => holdsRole(register, staff, rolesOfTwo);
  return (manages(register, one) && reads(other)) || (reads(one) && manages(register, other));
}

export function mayConfirmCover(
  { actor, content, position }: ThreadEvent<'cover.confirmed'>,
  register: RegisterState,
): Verdict {
  const found = coverOf(register, content.cover);
  if (found === undefined || found.stands || isOver(found, position.ms))
    return 'There is no cover waiting to be confirmed.';
  if (actor === found.absent) return null;
  if (found.kind === 'planned')
    return 'Only the person who is away can confirm this. If they cannot, appoint cover for 14 days at most.';
  if (actor === found.namedBy) return 'The person who asked for this cover cannot confirm it too. Ask a colleague.';
  if (actor === found.cover && othersCould(register, found)) return byTheCover;
  return areBoth(register, found.namedBy, actor)
    ? null
    : 'This takes a practice manager and a supervisor or safeguarding lead together.';
}

export function mayEndCover(
  { actor, content, position }: ThreadEvent<'cover.ended'>,
  register: RegisterState,
): Verdict {
  const found = coverOf(register, content.cover);
  if (found === undefined || isOver(found, position.ms)) return 'This cover is over already.';
  return [found.absent, found.cover].includes(actor) || manages(register, actor)
    ? null
    : 'Only the two people concerned, or a practice manager, can end this cover.';
}

export function maySeeCover({ actor, content }: ThreadEvent<'cover.seen'>, register: RegisterState): Verdict {
  const found = coverOf(register, content.cover);
  if (found === undefined || found.seen) return 'There is no cover to be shown.';
  return actor === found.absent ? null : 'Only the person who was away can say that they have seen this.';
}

function named({ id, actor, content: { v: _, ...said } }: ThreadEvent<'cover.named'>): Cover {
  const stands = said.kind === 'planned' && actor === said.absent;
  return { id, ...said, namedBy: actor, confirmedBy: null, stands, endedBy: null, seen: actor === said.absent };
}

export function withCover(register: RegisterState, event: ThreadEvent<'cover.named'>): RegisterState {
  return { ...register, covers: [...register.covers, named(event)] };
}

/** The register with something changed about one cover, or about all that `which` picks. */
export function withCoversChanged(
  register: RegisterState,
  which: (cover: Cover) => boolean,
  change: Partial<Cover>,
): RegisterState {
  return { ...register, covers: register.covers.map((one) => (which(one) ? { ...one, ...change } : one)) };
}

/** Covers of sudden absences that count or counted, which their absent person has not been shown yet. */
export function unseenCovers(register: RegisterState, absent: StaffId): readonly Cover[] {
  return register.covers.filter((one) => one.absent === absent && one.stands && !one.seen);
}

/** Practices where somebody acts for somebody at a moment, by practice. */
export function coversAt(register: RegisterState, practice: PracticeId, now: number): readonly Cover[] {
  return standingCovers(register, now).filter((one) => one.practice === practice);
}
