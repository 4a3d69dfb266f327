import { describe, expect, it, vi } from 'vitest';
import { answering, Edge, lastWork, left, me, renewed } from './shell-parts.ts';

const never = () => new Promise<void>(() => {});

describe('a page that comes up', () => {
  it('gets a store process of its own and the only port to it', async () => {
    const edge = new Edge();
    await edge.shell.pageReady();
    expect(edge.done).toEqual(['end store', 'start', 'connect']);
    expect(edge.begun).toEqual([{ folder: '/own/log', profile: '/own/log-profile' }]);
    expect(edge.shell.isUnlocked).toBe(false);
  });

  it('takes the place of one that was there: its store process ends', async () => {
    const edge = await Edge.unlocked();
    await edge.shell.pageReady();
    expect(edge.done).toEqual(['end store', 'start', 'connect']);
    expect(edge.shell.isUnlocked).toBe(false);
  });

  it('at the same time as another one gets the port alone', async () => {
    const edge = new Edge();
    await Promise.all([edge.shell.pageReady(), edge.shell.pageReady(), edge.shell.pageReady()]);
    expect(edge.done.filter((what) => what === 'connect')).toHaveLength(1);
    expect(edge.stores).toBe(1);
  });
});

describe('a lock', () => {
  it('keeps drafts, ends the page before the keys, and says why and where it was', async () => {
    const edge = await answering();
    await edge.shell.lock('asked');
    expect(edge.done).toEqual([...lastWork, ...renewed]);
    expect(edge.shell.state()).toEqual({
      which: 'practice',
      locked: { reason: 'asked', at: '2026-11-23T09:00:00.000Z', drafted: true, backup: 'none' },
      returnTo: { staff: me, page: '/concerns/new?draft=x' },
      version: '1.2.3',
      waiting: null,
      idleMinutes: 5,
    });
  });

  it('happens once when it is asked for twice, and the first reason stands', async () => {
    const edge = await answering();
    await Promise.all([edge.shell.lock('computer-locked'), edge.shell.lock('idle'), edge.shell.lock('asked')]);
    expect(edge.done).toEqual([...lastWork, ...renewed]);
    expect(edge.shell.state().locked?.reason).toBe('computer-locked');
    await edge.shell.lock('asked');
    expect(edge.done).toHaveLength(5);
  });

  it('of a locked log locks nothing; a page that nobody attends to hides what must not be seen', async () => {
    const edge = new Edge();
    await edge.shell.lock('asked');
    await edge.shell.lock('hidden-too-long');
    expect(edge.done).toEqual([]);
    for (const reason of ['idle', 'computer-locked', 'computer-slept'] as const) await edge.shell.lock(reason);
    expect(edge.done).toEqual(['tell cover', 'tell cover', 'tell cover']);
    expect(edge.shell.state().locked).toBe(null);
  });

  it('does not wait for a page that never answers', async () => {
    vi.useFakeTimers();
    try {
      const edge = await Edge.unlocked();
      const locking = edge.shell.lock('idle');
      await vi.advanceTimersByTimeAsync(499);
      expect(edge.done).toEqual(['tell flush']);
      await vi.advanceTimersByTimeAsync(1);
      await locking;
      expect(edge.done).toEqual(['tell flush', ...renewed]);
      expect(edge.shell.state()).toMatchObject({ locked: { reason: 'idle', drafted: false }, returnTo: null });
    } finally {
      vi.useRealTimers();
    }
  });

  it('waits longer for a page that says that it is saving, and not for ever', async () => {
    vi.useFakeTimers();
    try {
      for (const answers of [true, false]) {
        const edge = await Edge.unlocked();
        edge.onNews = ({ news }) => (news === 'flush' ? edge.shell.flushing() : edge.shell.backedUp('none'));
        const locking = edge.shell.lock('idle');
        await vi.advanceTimersByTimeAsync(2_999);
        expect(edge.done).toEqual(['tell flush']);
        if (answers) edge.shell.flushed(left);
        await vi.advanceTimersByTimeAsync(1);
        await locking;
        expect(edge.done).toEqual([...(answers ? lastWork : ['tell flush']), ...renewed]);
        expect(edge.shell.state().locked?.drafted).toBe(answers);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  it('takes the keys from a page that will not go', async () => {
    const edge = await answering();
    edge.pageGoes = never;
    void edge.shell.lock('asked');
    await vi.waitFor(() => expect(edge.done).toContain('end store'));
    expect(edge.stores).toBe(0);
    expect(edge.shell.isUnlocked).toBe(false);
    expect(edge.done).not.toContain('load');
  });

  it('loads no page while the store process still lives', async () => {
    const edge = await answering();
    let end = (): void => {};
    edge.storeGoes = () => new Promise((resolve) => (end = resolve));
    const locking = edge.shell.lock('asked');
    await vi.waitFor(() => expect(edge.done).toContain('end store'));
    expect(edge.done).not.toContain('load');
    end();
    await locking;
    expect(edge.done.at(-1)).toBe('load');
  });

  it('is forgotten once the log is unlocked', async () => {
    const edge = await answering();
    await edge.shell.lock('asked');
    await edge.shell.pageReady();
    edge.shell.unlocked();
    expect(edge.shell.state()).toMatchObject({ locked: null, returnTo: { staff: me } });
  });

  it('takes an answer that comes without having been asked for as nothing', async () => {
    const edge = await Edge.unlocked();
    edge.shell.flushed(left);
    expect(edge.shell.state().returnTo).toBe(null);
  });
});

describe('a page that fails', () => {
  it('gives way to a fresh one; nobody comes back to where it failed', async () => {
    const edge = await answering();
    await edge.shell.lock('asked');
    await edge.shell.pageReady();
    edge.shell.unlocked();
    edge.done.length = 0;
    await edge.shell.pageFailed();
    expect(edge.done).toEqual(renewed);
    expect(edge.shell.state()).toMatchObject({ locked: { reason: 'window-failed', drafted: false }, returnTo: null });
  });

  it('while it was asked for drafts locks once, and says that it failed', async () => {
    const edge = await Edge.unlocked();
    edge.onNews = () => void edge.shell.pageFailed();
    await edge.shell.lock('idle');
    expect(edge.done).toEqual(['tell flush', ...renewed]);
    expect(edge.shell.state().locked?.reason).toBe('window-failed');
  });

  it('four times within a minute is given up', async () => {
    const edge = await Edge.unlocked();
    for (let times = 1; times <= 3; times += 1) await edge.shell.pageFailed();
    expect(edge.done).not.toContain('give up');
    await edge.shell.pageFailed();
    expect(edge.done.at(-1)).toBe('give up');
    expect(edge.done.filter((what) => what === 'load')).toHaveLength(3);
  });

  it('now and then is not', async () => {
    const edge = await Edge.unlocked();
    for (let times = 1; times <= 10; times += 1) {
      edge.now = new Date(edge.now.getTime() + 20_001);
      await edge.shell.pageFailed();
    }
    expect(edge.done).not.toContain('give up');
  });
});

describe('a store process that ends by itself', () => {
  it('locks an unlocked log; the page still says where it was and what is kept', async () => {
    const edge = await answering();
    await edge.shell.storeFailed();
    expect(edge.done).toEqual(['tell flush', ...renewed]);
    expect(edge.shell.state()).toMatchObject({
      locked: { reason: 'store-stopped', drafted: true },
      returnTo: { staff: me, page: '/concerns/new?draft=x' },
    });
  });

  it('says of no draft that it was kept when the page does not', async () => {
    const edge = await Edge.unlocked();
    edge.onNews = () => edge.shell.flushed({ ...left, drafted: false });
    await edge.shell.storeFailed();
    expect(edge.shell.state().locked?.drafted).toBe(false);
  });

  it('is said on a locked page, which stays: there is no endless loop', async () => {
    const edge = new Edge();
    await edge.shell.pageReady();
    edge.done.length = 0;
    await edge.shell.storeFailed();
    expect(edge.done).toEqual(['tell store-stopped']);
  });
});

describe('choosing a log', () => {
  it('brings a fresh page, which gets the store process of that log', async () => {
    const edge = await answering();
    await edge.shell.lock('asked');
    edge.done.length = 0;
    await edge.shell.choose('demonstration');
    expect(edge.done).toEqual(renewed);
    expect(edge.shell.state()).toMatchObject({ which: 'demonstration', locked: null, returnTo: null });
    await edge.shell.pageReady();
    expect(edge.begun.at(-1)).toEqual({
      folder: '/own/demonstration',
      profile: '/own/demonstration-profile',
    });
  });

  it('leaves nothing unlocked', async () => {
    const edge = await Edge.unlocked();
    const choosing = edge.shell.choose('demonstration');
    expect(edge.shell.isUnlocked).toBe(false);
    await choosing;
  });

  it('twice at once brings one page, of the later one', async () => {
    const edge = new Edge();
    await Promise.all([edge.shell.choose('demonstration'), edge.shell.choose('practice')]);
    expect(edge.done).toEqual(renewed);
    expect(edge.shell.state().which).toBe('practice');
  });
});

describe('closing', () => {
  it('keeps drafts and ends page and keys; nothing comes after', async () => {
    const edge = await answering();
    await Promise.all([edge.shell.close(), edge.shell.close()]);
    expect(edge.done).toEqual([...lastWork, 'end page', 'end store']);
    expect(edge.shell.isUnlocked).toBe(false);
  });

  it('in the middle of a lock waits for it, and loads no page', async () => {
    const edge = await answering();
    const locking = edge.shell.lock('asked');
    await edge.shell.close();
    await locking;
    expect(edge.done.filter((what) => what === 'tell flush')).toHaveLength(1);
    expect(edge.done).not.toContain('load');
    expect(edge.stores).toBe(0);
  });
});
