import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ForMain } from '../../../shared/contract/wire.ts';
import { instantOf } from '../../../shared/domain/calendar.ts';
import { answering, Edge, lastWork, left, renewed } from './shell-parts.ts';

/** A page that keeps drafts, and whose backup does not end by itself. */
async function backingUp(): Promise<Edge> {
  const edge = await Edge.unlocked();
  edge.onNews = ({ news }) => {
    if (news === 'flush') edge.shell.flushed(left);
  };
  return edge;
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the backup before a lock', () => {
  it.each(['none', 'made', 'failed', 'cut-off'] as const)('says what came of it: %s', async (outcome) => {
    const edge = await answering(outcome);
    await edge.shell.lock('idle');
    expect(edge.done).toEqual([...lastWork, ...renewed]);
    expect(edge.shell.state().locked).toMatchObject({ reason: 'idle', drafted: true, backup: outcome });
  });

  it('keeps page and keys until it is done, and never for longer than a quarter of a minute', async () => {
    const edge = await backingUp();
    const locking = edge.shell.lock('asked');
    await vi.advanceTimersByTimeAsync(14_999);
    expect(edge.done).toEqual(lastWork);
    await vi.advanceTimersByTimeAsync(1);
    await locking;
    expect(edge.done).toEqual([...lastWork, ...renewed]);
    expect(edge.shell.state().locked?.backup).toBe('cut-off');
  });

  it.each(['computer-slept', 'store-stopped', 'window-failed'] as const)('is not begun when %s', async (reason) => {
    const edge = await answering();
    await (reason === 'window-failed' ? edge.shell.pageFailed() : edge.shell.lock(reason));
    expect(edge.done).not.toContain('tell back-up');
    expect(edge.shell.state().locked).toMatchObject({ reason, backup: 'none' });
  });

  it('is not asked of a page that does not answer', async () => {
    const edge = await Edge.unlocked();
    const locking = edge.shell.lock('idle');
    await vi.advanceTimersByTimeAsync(500);
    await locking;
    expect(edge.done).toEqual(['tell flush', ...renewed]);
  });

  it('is cut off when the computer falls asleep meanwhile', async () => {
    const edge = await backingUp();
    const locking = edge.shell.lock('asked');
    await vi.advanceTimersByTimeAsync(1);
    void edge.shell.lock('computer-slept');
    await locking;
    expect(edge.shell.state().locked).toMatchObject({ reason: 'asked', backup: 'cut-off' });
  });

  it('locks nothing of what somebody has unlocked after the page failed in the middle of it', async () => {
    const edge = await backingUp();
    const locking = edge.shell.lock('asked');
    await vi.advanceTimersByTimeAsync(1);
    await edge.shell.pageFailed();
    await edge.shell.pageReady();
    edge.shell.unlocked();
    await locking;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(edge.shell.isUnlocked).toBe(true);
    expect(edge.done.filter((what) => what === 'load')).toHaveLength(1);
  });

  it('comes before a window closes, and not before a computer goes down', async () => {
    const edge = await answering();
    await edge.shell.close();
    expect(edge.done).toEqual([...lastWork, 'end page', 'end store']);
    const down = await answering();
    await down.shell.close(true);
    expect(down.done).toEqual(['tell flush', 'end page', 'end store']);
    const later = await backingUp();
    const closing = later.shell.close();
    await vi.advanceTimersByTimeAsync(1);
    await Promise.all([later.shell.close(true), closing]);
    expect(later.done).toEqual([...lastWork, 'end page', 'end store']);
  });
});

const word: ForMain = {
  waiting: { waiting: 2, since: instantOf(new Date('2026-11-20T10:40:00Z')) },
  idleMinutes: 12,
  openingHours: { days: [1, 2, 3, 4, 5], from: '08:00', until: '18:30' },
};

describe('what main knows while the log is locked', () => {
  it('is how many concerns waited at the lock, and since when', async () => {
    const edge = await answering();
    edge.shell.heard(word);
    edge.now = new Date('2026-11-23T09:30:00Z');
    await edge.shell.lock('asked');
    expect(edge.shell.state()).toMatchObject({
      waiting: { concerns: 2, since: '2026-11-20T10:40:00.000Z', at: '2026-11-23T09:30:00.000Z' },
      idleMinutes: 12,
    });
    expect(edge.shell.openingHours).toEqual(word.openingHours);
  });

  it('is nothing when nothing waits, and nothing of the other log', async () => {
    const edge = await answering();
    edge.shell.heard({ ...word, waiting: { waiting: 0, since: null } });
    expect(edge.shell.state().waiting).toBe(null);
    edge.shell.heard(word);
    await edge.shell.choose('demonstration');
    expect(edge.shell.state()).toMatchObject({ waiting: null, idleMinutes: 5 });
  });
});

describe('a log that is open for long', () => {
  it.each([12, -12])('locks when the clock has gone %s hours', async (hours) => {
    const edge = await answering();
    edge.shell.look();
    edge.now = new Date(edge.now.getTime() + hours * 3_600_000 - Math.sign(hours));
    edge.shell.look();
    expect(edge.done).toEqual([]);
    edge.now = new Date(edge.now.getTime() + Math.sign(hours));
    edge.shell.look();
    await vi.advanceTimersByTimeAsync(0);
    expect(edge.shell.state().locked?.reason).toBe('twelve-hours');
    edge.shell.look();
    expect(edge.done).toEqual([...lastWork, ...renewed]);
  });
});
