import type { Instant } from '../domain/calendar.ts';
import type { StaffId } from '../domain/ids.ts';
import type { ContentOf, ThreadEvent } from '../events/index.ts';
import { isActive, isConnected, type RegisterState } from './register-state.ts';
import type { Verdict } from './thread.ts';

type Raised = Pick<ContentOf<'concern.raised'>, 'recordedFor' | 'person'>;

/** That whoever told it has read what was written down for them. */
export interface Confirmation extends Pick<ContentOf<'concern.confirmed'>, 'agrees' | 'note'> {
  readonly by: StaffId;
  readonly at: Instant;
}

interface Recorded {
  readonly raised: Raised;
  readonly raisedBy: StaffId;
  readonly confirmed: Confirmation | null;
}

/** Whoever it was recorded for, where they use this log: they read it for as long as it stands. */
export function toldIt({ raised }: Pick<Recorded, 'raised'>): readonly StaffId[] {
  const staff = raised.recordedFor?.staff;
  return staff === undefined ? [] : [staff];
}

/** Its raiser, and whoever it was recorded for: they hear what came of it. */
export function isTheirs({ raised, raisedBy }: Pick<Recorded, 'raised' | 'raisedBy'>, staff: StaffId): boolean {
  return raisedBy === staff || raised.recordedFor?.staff === staff;
}

/** Whether a concern may be recorded for them. Where it may not, their name can still stand in it. */
export function mayRecordFor({ recordedFor, person }: Raised, actor: StaffId, register: RegisterState): Verdict {
  const staff = recordedFor?.staff;
  if (staff === undefined) return null;
  if (!isActive(register, staff)) return 'Whoever told you does not work here. Enter their name and what they do.';
  if (staff === actor) return 'Choose the colleague who told you, not yourself.';
  return isConnected(register, staff, person)
    ? 'Whoever told you has declared a connection with this person, so they cannot read it. Choose “Somebody else” and enter their name.'
    : null;
}

export function mayConfirm({ actor, content }: ThreadEvent<'concern.confirmed'>, facts: Recorded): Verdict {
  if (facts.raised.recordedFor?.staff !== actor) return 'Only the person it was recorded for can confirm it.';
  if (facts.confirmed !== null) return 'You have answered this already. You can add more information instead.';
  return content.agrees === 'something-to-add' && content.note === undefined
    ? 'Enter what is missing or not right.'
    : null;
}

export function confirmedBy({ actor, at, content }: ThreadEvent<'concern.confirmed'>): Confirmation {
  const { agrees, note } = content;
  return { agrees, note, by: actor, at };
}
