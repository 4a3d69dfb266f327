import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../shared/domain/ids.ts';
import { leadRoles, rolesOfTwo } from '../../../shared/domain/roles.ts';
import { readersOf } from '../../../shared/policy/readers.ts';
import { standingCovers } from '../../../shared/policy/register/covers.ts';
import { newlyUncovered } from '../../../shared/policy/register/leaving.ts';
import { applyToRegister, mayRegister } from '../../../shared/policy/register.ts';
import { holdsRole, manages, type RegisterState } from '../../../shared/policy/register-state.ts';
import { always, eventsFrom, folded, nothing, step } from './sequences.ts';

describe('somebody who covers an absence', () => {
  const times = (register: RegisterState) =>
    register.covers
      .flatMap(({ from, until }) => [from, until].map((at) => Date.parse(at)))
      .flatMap((at) => [at - 1, at]);
  const without = (register: RegisterState): RegisterState => ({ ...register, covers: [] });

  it('is all that a cover changes about who reads, and only while it lasts', () => {
    let lasted = 0;
    always((sequence) => {
      const { register, threads } = folded(sequence);
      for (const now of times(register)) {
        const lasting = register.covers.filter(
          ({ stands, endedBy, from, until }) =>
            stands && endedBy === null && Date.parse(from) <= now && now < Date.parse(until),
        );
        for (const { state } of threads.values()) {
          if (state === null) continue;
          const readers = readersOf(state, register, now);
          const before = readersOf(state, without(register), now);
          const more = readers.filter((one) => !before.includes(one));
          lasted += more.length;
          expect(more.filter((one) => !lasting.some(({ cover }) => cover === one))).toEqual([]);
          // Where nobody else was left to decide the fallback did, and does not while a cover does.
          const less = before.filter((one) => !readers.includes(one));
          expect(less.filter((one) => one !== register.settings.fallbackReader)).toEqual([]);
          if (lasting.length === 0) expect(readers).toEqual(before);
        }
      }
    });
    expect(lasted).toBeGreaterThan(20);
  });

  it('reads only as somebody whom two people confirmed, for somebody who is lead or deputy there', () => {
    always((sequence) => {
      const { register } = folded(sequence);
      for (const now of times(register)) {
        for (const { absent, practice, cover } of standingCovers(register, now)) {
          expect(holdsRole(without(register), absent, leadRoles, practice)).toBe(true);
          expect(holdsRole(without(register), cover, rolesOfTwo)).toBe(true);
        }
      }
    });
  });

  it('was named by the absent person, or by one and agreed to by another', () => {
    always((sequence) => {
      const { register } = folded(sequence);
      for (const { stands, absent, namedBy, confirmedBy, kind, from, until } of register.covers) {
        if (stands && namedBy !== absent) expect(confirmedBy !== null && confirmedBy !== namedBy).toBe(true);
        if (kind === 'sudden')
          expect(Date.parse(until) - Date.parse(from)).toBeLessThanOrEqual(14 * 86_400_000 + 3_600_000);
      }
    });
  });
});

describe('somebody who left', () => {
  it('reads nothing, holds no role and covers nobody, for ever', () => {
    let left = 0;
    always((sequence) => {
      let all = nothing;
      const gone = new Set<StaffId>();
      for (const event of eventsFrom(sequence)) {
        const stands = event.thread === all.register.thread && mayRegister(event, all.register) === null;
        all = step(all, event);
        if (stands && event.type === 'staff.left') gone.add(event.content.staff);
        const now = event.position.ms;
        for (const staff of gone) {
          expect(all.register.roles.some((held) => held.staff === staff)).toBe(false);
          expect(
            standingCovers(all.register, now).some(({ cover, absent }) => cover === staff || absent === staff),
          ).toBe(false);
          for (const { state } of all.threads.values())
            if (state !== null) expect(readersOf(state, all.register, now)).not.toContain(staff);
        }
      }
      left += gone.size;
    });
    expect(left).toBeGreaterThan(20);
  });

  it('leaves no practice without readers that had some, and nobody without a manager', () => {
    always((sequence) => {
      let { register } = nothing;
      for (const event of eventsFrom(sequence)) {
        if (event.thread !== register.thread || mayRegister(event, register) !== null) continue;
        const after = applyToRegister(register, event);
        if (event.type === 'staff.left' || event.type === 'role.ended')
          expect(newlyUncovered(register, after)).toEqual([]);
        expect([...after.staff.keys()].some((one) => manages(after, one))).toBe(true);
        register = after;
      }
    });
  });
});
