import { createHash } from 'node:crypto';
import { instantOf } from '../../shared/domain/calendar.ts';
import type {
  AnyId,
  EventId,
  LogId,
  PersonId,
  PracticeId,
  StaffId,
  StoreId,
  ThreadId,
} from '../../shared/domain/ids.ts';
import type { ContentOf, ContentType, ThreadEvent } from '../../shared/events/index.ts';
import { applyToRegister, foundRegister, mayRegister } from '../../shared/policy/register.ts';
import type { RegisterState } from '../../shared/policy/register-state.ts';

/** An id that is the same each time for the same name. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what the id names
export function named<T extends AnyId>(name: string): T {
  return createHash('sha256').update(name).digest().subarray(0, 16).toString('base64url') as T; // `as`: 16 bytes, so an id of any kind.
}

export const staffOf = (name: string): StaffId => named<StaffId>(`staff ${name}`);
export const registerThread = named<ThreadId>('register');

interface Where {
  readonly thread: ThreadId;
  readonly about?: PersonId | StaffId | null;
  /** As every event of a restricted concern is. */
  readonly sealedWhole?: boolean;
}

/** Events as policies see them: each with a new id, each a second after the one before. */
export class EventMaker {
  #made = 0;

  event<T extends ContentType>(
    type: T,
    actor: StaffId,
    where: Where,
    content: Omit<ContentOf<T>, 'v'>,
  ): ThreadEvent<T> {
    this.#made += 1;
    const ms = Date.parse('2026-10-01T09:00:00.000Z') + this.#made * 1_000;
    return {
      type,
      id: named<EventId>(`event ${this.#made}`),
      thread: where.thread,
      about: where.about ?? null,
      actor,
      at: instantOf(new Date(ms)),
      position: { ms, counter: 0, log: named<LogId>('log'), seq: this.#made },
      content: { v: 1, ...content },
      ...(where.sealedWhole === true && { sealedWhole: true }),
    } as unknown as ThreadEvent<T>; // `as`: type and content came in as a pair.
  }

  inRegister<T extends ContentType>(type: T, actor: StaffId, content: Omit<ContentOf<T>, 'v'>): ThreadEvent<T> {
    return this.event(type, actor, { thread: registerThread }, content);
  }
}

export const keyOf = (name: string): string => createHash('sha256').update(`key ${name}`).digest('base64');

export function memberOf(name: string) {
  return {
    staff: staffOf(name),
    name,
    initials: name.slice(0, 8),
    jobTitle: undefined,
    sig: keyOf(`${name} sig`),
    kem: keyOf(`${name} kem`),
  };
}

/** A register that the founder has just begun. */
export function founded(make: EventMaker, founder: string): RegisterState {
  const recovery = { id: staffOf('recovery'), kem: keyOf('recovery'), sig: keyOf('recovery sig') };
  const first = { name: 'Harrowmere PCN', demo: true, founder: memberOf(founder), recovery };
  const event = make.inRegister('store.founded', staffOf(founder), first);
  return foundRegister(event, named<StoreId>('store'));
}

/** The register after events that must all be let stand. */
export function registered(register: RegisterState, events: readonly ThreadEvent[]): RegisterState {
  return events.reduce((before, event) => {
    const reason = mayRegister(event, before);
    if (reason !== null) throw new Error(`${event.type} may not stand: ${reason}`);
    return applyToRegister(before, event);
  }, register);
}

export const alderfield = named<PracticeId>('Alderfield');
export const wrenStreet = named<PracticeId>('Wren Street');
