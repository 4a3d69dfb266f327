import type { Group, OutputOf, ParsedOf } from '../../shared/contract/call.ts';
import { dayInEngland, daysAhead, type IsoDate } from '../../shared/domain/calendar.ts';
import type { EventId, PersonId, PracticeId, StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import type { RecordKind, StateOf } from '../../shared/policy/kinds.ts';
import { actingAt } from '../../shared/policy/register/covers.ts';
import type { RegisterState } from '../../shared/policy/register-state.ts';
import { StoreFailure } from './failure.ts';
import type { Writing } from './log/write.ts';
import type { StorePlace } from './unlock.ts';
import type { UnlockedStore } from './unlocked.ts';

/** What was entered breaks a rule that needs the clock or the register. A sentence for each field. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  readonly fields: Readonly<Record<string, string>>;
  constructor(fields: Readonly<Record<string, string>>) {
    super('invalid input');
    this.fields = fields;
  }
}

/** There is no such record among those that the person reads. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** Somebody wrote in the record after the screen was shown. */
export class Stale extends Error {
  override readonly name = 'Stale';
  readonly newest: EventId;
  constructor(newest: EventId) {
    super('stale');
    this.newest = newest;
  }
}

/** The log was locked in the middle of long work that had let others in. */
export class Locked extends Error {
  override readonly name = 'Locked';
}

/** What a handler works with while the log is locked: no key, and nothing that anybody wrote. */
export interface LockedContext {
  readonly place: StorePlace;
  readonly now: () => Date;
  readonly progress: (what: string, done: number, total: number) => void;
}

/** All that a handler works with. Clock and ids come from here, so that no handler reads a clock of its own. */
export class Context {
  readonly store: UnlockedStore;
  readonly place: StorePlace;
  /** Shows how far long work has come. */
  readonly progress: (what: string, done: number, total: number) => void;
  /** Lets the calls that wait be answered, in the middle of long work. @throws Locked when one of them was a lock */
  readonly others: () => Promise<void>;
  /** Records opened since the unlock: opening one again is not a new event. */
  readonly opened: Set<ThreadId>;

  constructor(parts: Pick<Context, 'store' | 'place' | 'progress' | 'others' | 'opened'>) {
    ({
      store: this.store,
      place: this.place,
      progress: this.progress,
      others: this.others,
      opened: this.opened,
    } = parts);
  }

  get me(): StaffId {
    return this.store.me;
  }

  /** As it is at this moment: those who stand in for somebody hold their role in it. */
  get register(): RegisterState {
    const { register } = this.store;
    return register.covers.length === 0 ? register : actingAt(register, this.store.moment());
  }

  today(): IsoDate {
    return dayInEngland(this.store.now());
  }

  /** @throws NotFound when there is no such thread of this kind that we read, StoreFailure when its first entry is damaged */
  state<Kind extends RecordKind>(kind: Kind, thread: ThreadId): StateOf<Kind> {
    const state = this.store.stateOf(thread);
    if (state === undefined && this.store.troubles.damaged.has(thread)) throw new StoreFailure('damagedRecord');
    if (state?.kind !== kind) throw new NotFound();
    return state as StateOf<Kind>; // `as`: the line above compared the kind.
  }

  /** A concern that we read, restricted or not: what can be done with one can be done with the other. @throws NotFound */
  concern(thread: ThreadId): StateOf<'concern'> | StateOf<'restricted'> {
    const isRestricted = this.store.stateOf(thread)?.kind === 'restricted';
    return isRestricted ? this.state('restricted', thread) : this.state('concern', thread);
  }

  /** @throws NotFound */
  person(person: PersonId): StateOf<'person'> {
    const thread = this.store.threadOfPerson(person);
    if (thread === undefined) throw new NotFound();
    return this.state('person', thread);
  }

  /**
   * Records that a concern is opened, before anything of it is shown: once for each person, record and unlock. If that
   * cannot be saved, nothing is shown. Whatever shows what a concern says calls this, a person's timeline too.
   *
   * @throws NotFound
   */
  noteOpening(concern: ThreadId): void {
    this.#noteOnce(concern, () => {
      const { kind, about } = this.concern(concern);
      const place = { thread: concern, about };
      return (writing) => {
        if (kind === 'restricted') writing.append('restricted.opened', place, {});
        else writing.note('concern.viewed', place);
      };
    });
  }

  /** The same for what leads wrote for each other. @throws NotFound */
  noteOpeningOfLeadsNotes(thread: ThreadId): void {
    this.#noteOnce(thread, () => {
      const { about } = this.state('leads-notes', thread);
      return (writing) => void writing.note('leads-notes.viewed', { thread, about });
    });
  }

  #noteOnce(thread: ThreadId, entry: () => (writing: Writing) => void): void {
    if (this.opened.has(thread)) return;
    const note = entry();
    if (this.store.readOnly === null) this.store.commit(note);
    this.opened.add(thread);
  }

  nameOf(staff: StaffId): string {
    return this.register.staff.get(staff)?.name ?? 'Somebody who is not in the register';
  }

  /** Null when we do not read who they are. */
  nameOfPerson(person: PersonId): string | null {
    const thread = this.store.threadOfPerson(person);
    if (thread === undefined) return null;
    const { givenName = null, familyName = null, description = null } = this.state('person', thread).facts.details;
    return nameOfPerson({ givenName, familyName, description });
  }

  practiceName(practice: PracticeId | null): string | null {
    return practice === null ? null : (this.register.practices.get(practice) ?? null);
  }
}

/** For decisions and signatures, which must rest on everything there is. @throws Stale */
export function mustBeNewest(state: { readonly newest: EventId }, seen: EventId): void {
  if (state.newest !== seen) throw new Stale(state.newest);
}

/** @throws InvalidInput when a day lies ahead of today */
export function mustNotLieAhead(context: Context, days: Readonly<Record<string, IsoDate | undefined>>): void {
  const ahead = daysAhead(days, context.today());
  if (Object.keys(ahead).length > 0) throw new InvalidInput(ahead);
}

/** One handler for each call of a group: one forgotten, or one with a wrong answer, does not compile. */
export type Handlers<G extends Group> = {
  readonly [C in keyof G]: (input: ParsedOf<G[C]>, context: Context) => OutputOf<G[C]> | Promise<OutputOf<G[C]>>;
};

/** The same for calls that are answered while the log is locked. */
export type LockedHandlers<G extends Group> = {
  readonly [C in keyof G]: (input: ParsedOf<G[C]>, context: LockedContext) => OutputOf<G[C]> | Promise<OutputOf<G[C]>>;
};
