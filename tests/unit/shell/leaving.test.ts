import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Leaving } from '../../../electron/leaving.ts';

/** A way out over a shell that only says what it is in the middle of. */
function way(shell: { isUnlocked: boolean; asksBeforeClosing: boolean }) {
  const done: string[] = [];
  const leaving = new Leaving({
    shell: {
      ...shell,
      close: async (hurry) => {
        done.push(hurry === true ? 'close in a hurry' : 'close');
      },
    },
    ask: () => done.push('ask'),
    quit: () => done.push('quit'),
  });
  /** Whether the window was held. */
  const wished = (): boolean => {
    let held = false;
    leaving.wished({ preventDefault: () => (held = true) });
    return held;
  };
  return { leaving, done, wished };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('closing the window', () => {
  it('of a locked log goes at once', () => {
    const { wished, done } = way({ isUnlocked: false, asksBeforeClosing: false });
    expect(wished()).toBe(false);
    expect(done).toEqual([]);
  });

  it('of an unlocked one keeps drafts and ends the keys first, once', async () => {
    const { wished, done } = way({ isUnlocked: true, asksBeforeClosing: false });
    expect([wished(), wished()]).toEqual([true, true]);
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(['close', 'quit']);
  });

  it.each([true, false])(
    'where there is something to ask waits for whoever closes it (unlocked: %s)',
    async (isUnlocked) => {
      const { leaving, wished, done } = way({ isUnlocked, asksBeforeClosing: true });
      expect(wished()).toBe(true);
      leaving.asking();
      await vi.advanceTimersByTimeAsync(3_600_000);
      expect(done).toEqual(['ask']);
      expect(wished()).toBe(true);
      leaving.asking();
      leaving.now();
      await vi.advanceTimersByTimeAsync(0);
      expect(done).toEqual(['ask', 'ask', 'close', 'quit']);
    },
  );

  it('does not wait for a page that asks nothing', async () => {
    const { wished, done } = way({ isUnlocked: true, asksBeforeClosing: true });
    expect(wished()).toBe(true);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(done).toEqual(['ask']);
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toEqual(['ask', 'close', 'quit']);
  });
});

describe('a computer that goes down', () => {
  it.each([true, false])('is held up for the drafts, whatever there is to ask (%s), and then let go', async (asks) => {
    const { leaving, done } = way({ isUnlocked: true, asksBeforeClosing: asks });
    const held = vi.fn();
    leaving.forced({ preventDefault: held });
    leaving.forced();
    await vi.advanceTimersByTimeAsync(0);
    expect(held).toHaveBeenCalledOnce();
    expect(new Set(done)).toEqual(new Set(['close in a hurry', 'quit']));
    expect(done.filter((what) => what === 'quit')).toHaveLength(1);
  });

  it('hurries what was already closing', async () => {
    const { leaving, done } = way({ isUnlocked: true, asksBeforeClosing: false });
    leaving.now();
    leaving.forced();
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(['close', 'close in a hurry', 'quit']);
  });
});
