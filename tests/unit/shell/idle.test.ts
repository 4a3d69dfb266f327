import { describe, expect, it } from 'vitest';
import { IdleWatch, idleAfter, standardIdle } from '../../../electron/idle.ts';

function watched() {
  const seen: string[] = [];
  const watch = new IdleWatch(standardIdle, {
    warn: (seconds) => seen.push(`warn ${seconds}`),
    callOff: () => seen.push('call off'),
    lock: () => seen.push('lock'),
  });
  /** What happens at each of these idle times. */
  const at = (...seconds: readonly number[]): readonly string[] => {
    seen.length = 0;
    for (const idle of seconds) watch.look(idle);
    return [...seen];
  };
  return { watch, at };
}

it('the rule is five minutes, with a warning of one', () => {
  expect(standardIdle).toEqual({ lockAfter: 300, warning: 60 });
});

it('follows the setting, from two minutes to fifteen', () => {
  const { watch, at } = watched();
  watch.rule = idleAfter(2);
  expect(at(59, 60, 119, 120)).toEqual(['warn 60', 'lock']);
  watch.rule = idleAfter(15);
  expect(at(300, 839, 840, 899, 900)).toEqual(['warn 60', 'lock']);
});

describe('an idle computer', () => {
  it('is left alone below four minutes', () => {
    expect(watched().at(0, 1, 120, 239)).toEqual([]);
  });

  it('is warned of once, with the seconds that are left', () => {
    expect(watched().at(239, 240, 241, 299)).toEqual(['warn 60']);
    expect(watched().at(255)).toEqual(['warn 45']);
    expect(watched().at(299.5)).toEqual(['warn 1']);
  });

  it('locks at five minutes, and goes on saying so while nothing changes', () => {
    expect(watched().at(240, 300, 301)).toEqual(['warn 60', 'lock', 'lock']);
  });

  it('locks without a warning when it slept through it', () => {
    expect(watched().at(0, 4_000)).toEqual(['lock']);
  });

  it('is no longer warned of once somebody touches it', () => {
    expect(watched().at(250, 0, 1)).toEqual(['warn 50', 'call off']);
  });

  it('is warned of again the next time', () => {
    const { at } = watched();
    at(250, 0);
    expect(at(240)).toEqual(['warn 60']);
    at(300);
    expect(at(0, 240)).toEqual(['warn 60']);
  });
});

describe('somebody who uses neither keys nor mouse', () => {
  it('keeps the log open by pressing the button, although the system has seen nothing', () => {
    const { watch, at } = watched();
    expect(at(250)).toEqual(['warn 50']);
    watch.somebodyIsHere(250);
    expect(at(251, 300, 489)).toEqual([]);
    expect(at(490)).toEqual(['warn 60']);
    expect(at(550)).toEqual(['lock']);
  });

  it('is not locked out by what was idle before they unlocked, although nobody had looked at it meanwhile', () => {
    const { watch, at } = watched();
    at(10);
    watch.somebodyIsHere(4_000);
    expect(at(4_001, 4_239)).toEqual([]);
    expect(at(4_240, 4_300)).toEqual(['warn 60', 'lock']);
  });

  it('gives nothing away once somebody touches the computer again', () => {
    const { watch, at } = watched();
    at(250);
    watch.somebodyIsHere(250);
    expect(at(0, 239)).toEqual([]);
    expect(at(240, 300)).toEqual(['warn 60', 'lock']);
  });
});
