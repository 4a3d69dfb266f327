import { describe, expect, it } from 'vitest';
import { isTakenOver, needsTakeover } from '../../../shared/domain/takeover.ts';
import categories from '../../../shared/domain/words/concern-categories.json' with { type: 'json' };
import { telling } from '../../../shared/events/concerns.ts';

const risk = ['domestic', 'suicide-self-harm'];

describe('somebody owns the next step at once', () => {
  it('where someone may harm themselves, and in no other category that there is', () => {
    const needing = categories.categories.map(({ id }) => id).filter((id) => needsTakeover([id]));
    expect(needing).toEqual(['suicide-self-harm']);
    expect(needsTakeover(risk)).toBe(true);
    expect(needsTakeover([])).toBe(false);
  });

  it.each([
    ['nobody was told', [], false],
    ['somebody was reached, no more', [{ reached: true }], false],
    ['somebody was reached and did not take it', [{ reached: true, tookOver: false }], false],
    ['somebody who was not reached', [{ reached: false, tookOver: true }], false],
    ['the second one took it', [{ reached: false }, { reached: true, tookOver: true }], true],
    ['another was reached after that', [{ reached: true, tookOver: true }, { reached: true }], true],
  ])('%s', (_what, told, expected) => {
    expect(isTakenOver(risk, told)).toBe(expected);
    expect(isTakenOver(['domestic'], told)).toBeNull();
  });
});

describe('a telling', () => {
  const told = { who: 'Duty GP', how: 'phone', at: '2026-10-01T08:00:00.000Z', reached: true };

  it('of an older program, that says nothing of it, is taken', () => {
    expect(telling.parse(told)).toEqual(told);
  });

  it('is taken over only by somebody who was reached', () => {
    expect(telling.safeParse({ ...told, tookOver: true }).success).toBe(true);
    const not = telling.safeParse({ ...told, reached: false, next: 'Deputy', tookOver: true });
    expect(not.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['tookOver', 'Only somebody you reached can take it over'],
    ]);
  });
});
