import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../shared/domain/ids.ts';
import { leadRoles } from '../../../shared/domain/roles.ts';
import { apply, foldOne } from '../../../shared/policy/apply.ts';
import { entitled } from '../../../shared/policy/entitled.ts';
import type { AnyThreadState } from '../../../shared/policy/kinds.ts';
import { readersOf } from '../../../shared/policy/readers.ts';
import { applyToRegister, mayRegister } from '../../../shared/policy/register.ts';
import { holdersOf, isActive, isConnected, type RegisterState } from '../../../shared/policy/register-state.ts';
import { always, type Everything, eventsFrom, folded, nothing, type Pick, step } from './sequences.ts';

/** Whatever a rule or a step is given, it may look at and never change: a change throws. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map || value instanceof Set) {
    for (const change of ['set', 'add', 'delete', 'clear']) {
      Object.defineProperty(value, change, {
        value: () => {
          throw new Error('changed what it was given');
        },
      });
    }
    for (const entry of value) frozen(entry);
  }
  for (const member of Object.values(value)) frozen(member);
  return Object.freeze(value);
}

/** Every record and register that a sequence goes through. */
function everyMoment(
  sequence: readonly Pick[],
): readonly { state: AnyThreadState; register: RegisterState; now: number }[] {
  let all = nothing;
  return eventsFrom(sequence).flatMap((event) => {
    all = step(all, event);
    const { register } = all;
    const now = event.position.ms;
    return [...all.threads.values()].flatMap(({ state }) => (state === null ? [] : [{ state, register, now }]));
  });
}

function lastMoment(sequence: readonly Pick[]): number {
  return eventsFrom(sequence).at(-1)?.position.ms ?? 0;
}

function authorOf({ kind, facts }: AnyThreadState): StaffId | null {
  if (kind === 'concern') return facts.raisedBy;
  return kind === 'referral' ? facts.sentBy : null;
}

describe('whatever is written', () => {
  it('is often enough allowed that these properties say something', () => {
    const allowed = new Map<string, number>();
    always((sequence) => {
      let now = nothing;
      for (const event of eventsFrom(sequence)) {
        const before = now.threads.get(event.thread)?.state ?? null;
        if (entitled(event, before, now.register) === null) allowed.set(event.type, (allowed.get(event.type) ?? 0) + 1);
        now = step(now, event);
      }
    });
    const types = [
      'role.granted',
      'role.ended',
      'supervisor.assigned',
      'connection.declared',
      'setting.changed',
      'connection.ended',
      'cover.named',
      'cover.confirmed',
      'cover.ended',
      'staff.left',
      'person.added',
      'person.changed',
      'person.cited',
      'concern.raised',
      'concern.information-added',
      'concern.acknowledged',
      'concern.shared',
      'concern.decided',
      'leads-notes.begun',
      'referral.sent',
      'session.recorded',
    ];
    expect(types.filter((type) => (allowed.get(type) ?? 0) < 5)).toEqual([]);
  });

  it('folds without changing what it was given', () => {
    const begin = frozen({ register: nothing.register, threads: new Map() });
    always((sequence) => {
      let now: Everything = begin;
      for (const event of eventsFrom(sequence)) now = frozen(step(now, frozen(event)));
    });
  });

  it('folds twice to the same', () => {
    always((sequence) => {
      expect(folded(sequence)).toEqual(folded(sequence));
    });
  });

  it('is applied the same way by the command and by the fold', () => {
    always((sequence) => {
      let now = nothing;
      for (const event of eventsFrom(sequence)) {
        const before = now.threads.get(event.thread)?.state ?? null;
        const reason = entitled(event, before, now.register);
        if (event.thread === now.register.thread) expect(reason).toBe(mayRegister(event, now.register));
        else if (reason === null)
          expect(step(now, event).threads.get(event.thread)?.state).toEqual(apply(before, event));
        now = step(now, event);
      }
    });
  });

  it('changes nothing when it is refused, and is reported', () => {
    always((sequence) => {
      let now = nothing;
      for (const event of eventsFrom(sequence)) {
        const before = now.threads.get(event.thread) ?? { state: null, refused: [] };
        const reason = entitled(event, before.state, now.register);
        if (reason !== null && event.thread !== now.register.thread) {
          const after = foldOne(before, event, now.register);
          expect(after.state).toBe(before.state);
          expect(after.refused).toEqual([...before.refused, { event, reason }]);
        }
        if (reason !== null && event.thread === now.register.thread)
          expect(step(now, event).register).toBe(now.register);
        now = step(now, event);
      }
    });
  });
});

describe('whoever reads', () => {
  it('includes the raiser or sender for as long as they work here', () => {
    always((sequence) => {
      for (const { state, register, now } of everyMoment(sequence)) {
        const author = authorOf(state);
        if (author !== null && isActive(register, author)) expect(readersOf(state, register, now)).toContain(author);
      }
    });
  });

  it('includes nobody twice, nobody who does not work here, and not recovery', () => {
    always((sequence) => {
      for (const { state, register, now } of everyMoment(sequence)) {
        const readers = readersOf(state, register, now);
        expect(new Set(readers).size).toBe(readers.length);
        expect(readers.every((reader) => isActive(register, reader))).toBe(true);
      }
    });
  });

  it('includes nobody with a declared connection but the author', () => {
    always((sequence) => {
      for (const { state, register, now } of everyMoment(sequence)) {
        const connected = readersOf(state, register, now).filter((reader) =>
          isConnected(register, reader, state.about),
        );
        expect(connected.filter((reader) => reader !== authorOf(state))).toEqual([]);
      }
    });
  });

  it('grows by nobody when a role ends, save the fallback where nobody is left to decide', () => {
    always((sequence) => {
      const { register, threads } = folded(sequence);
      const now = lastMoment(sequence);
      for (const held of register.roles) {
        const after = { ...register, roles: register.roles.filter((one) => one !== held) };
        for (const { state } of threads.values()) {
          if (state === null) continue;
          const person = state.kind === 'session' ? null : state.about;
          const undecided = [...register.practices.keys()].some((one) =>
            holdersOf(after, leadRoles, one).every((staff) => isConnected(register, staff, person)),
          );
          const before = readersOf(state, register, now);
          const more = readersOf(state, after, now).filter((reader) => !before.includes(reader));
          expect(undecided ? more.filter((reader) => reader !== register.settings.fallbackReader) : more).toEqual([]);
        }
      }
    });
  });

  it('grows by nobody when a connection is declared or a supervisor ends, save the fallback who steps in', () => {
    always((sequence) => {
      const { register, threads } = folded(sequence);
      const now = lastMoment(sequence);
      const smaller = [
        ...register.supervisors.map((pair) => ({
          ...register,
          supervisors: register.supervisors.filter((one) => one !== pair),
        })),
        ...[...threads.values()].flatMap(({ state }) => {
          const person = state?.kind === 'session' ? null : (state?.about ?? null);
          if (person === null) return [];
          return [...register.staff.keys()].map((staff) => ({
            ...register,
            connections: [...register.connections, { staff, person }],
          }));
        }),
      ];
      for (const { state } of threads.values()) {
        if (state === null) continue;
        const before = readersOf(state, register, now);
        for (const after of smaller) {
          const more = readersOf(state, after, now).filter((reader) => !before.includes(reader));
          expect(more.filter((reader) => reader !== register.settings.fallbackReader)).toEqual([]);
        }
      }
    });
  });
});

describe('the register', () => {
  it('never opens founding again, and keeps a practice manager', () => {
    always((sequence) => {
      let { register } = nothing;
      for (const event of eventsFrom(sequence)) {
        if (event.thread !== register.thread || mayRegister(event, register) !== null) continue;
        const after = applyToRegister(register, event);
        expect(after.founding && !register.founding).toBe(false);
        expect(after.roles.some(({ role, stands }) => role === 'practice-manager' && stands)).toBe(true);
        register = after;
      }
    });
  });

  it('lets a role of two stand only by two people, neither its subject', () => {
    always((sequence) => {
      const { register } = folded(sequence);
      const two = register.roles.filter(
        ({ role, stands }) => stands && role !== 'link-worker' && role !== 'practice-manager',
      );
      for (const { staff, grantedBy, confirmedBy } of two) {
        const firstOfAll = nothing.register.roles.some((held) => held.staff === staff && held.confirmedBy === null);
        if (confirmedBy === null) expect(firstOfAll).toBe(true);
        else expect(new Set([staff, grantedBy, confirmedBy]).size).toBe(3);
      }
    });
  });
});
