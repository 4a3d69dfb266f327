import type { DraftId, PersonId, PracticeId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import type { PersonKey } from './data/people.ts';
import type { PracticeKey, StaffKey } from './data/staff.ts';

/** The ids that the demo's own names have got. */
export interface Cast {
  readonly staff: ReadonlyMap<StaffKey, StaffId>;
  readonly practices: ReadonlyMap<PracticeKey, PracticeId>;
  readonly people: ReadonlyMap<PersonKey, PersonId>;
  readonly concerns: ReadonlyMap<string, ThreadId>;
  readonly referrals: ReadonlyMap<string, ThreadId>;
  readonly sessions: ReadonlyMap<string, ThreadId>;
  readonly drafts: ReadonlyMap<string, DraftId>;
}

export class GrowingCast implements Cast {
  readonly staff = new Map<StaffKey, StaffId>();
  readonly practices = new Map<PracticeKey, PracticeId>();
  readonly people = new Map<PersonKey, PersonId>();
  readonly concerns = new Map<string, ThreadId>();
  readonly referrals = new Map<string, ThreadId>();
  readonly sessions = new Map<string, ThreadId>();
  readonly drafts = new Map<string, DraftId>();
}

/** @throws Error for a name that has no id yet: a step stands before the one it builds on */
export function idOf<Key, Id>(ids: ReadonlyMap<Key, Id>, key: Key): Id {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demo names ${String(key)} too early`);
  return id;
}
