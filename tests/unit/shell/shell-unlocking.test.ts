import { describe, expect, it, vi } from 'vitest';
import { answering, Edge, me, renewed } from './shell-parts.ts';

describe('while somebody unlocks', () => {
  it.each(['computer-locked', 'computer-slept'] as const)(
    'a lock is owed, and paid as soon as the log is unlocked: %s',
    async (reason) => {
      const edge = await answering();
      await edge.shell.lock('asked');
      await edge.shell.pageReady();
      edge.done.length = 0;
      edge.shell.doing('unlocking');
      await edge.shell.lock(reason);
      await edge.shell.lock('idle');
      expect(edge.done).toEqual([]);
      edge.shell.unlocked();
      await vi.waitFor(() => expect(edge.done).toEqual(renewed));
      expect(edge.shell.isUnlocked).toBe(false);
      // Where the last person was still stands: nobody has been anywhere since.
      expect(edge.shell.state()).toMatchObject({ locked: { reason, drafted: false }, returnTo: { staff: me } });
    },
  );

  it('being idle is no reason: whoever unlocks is here, though they touch neither keys nor mouse', async () => {
    const edge = new Edge();
    await edge.shell.pageReady();
    edge.shell.doing('unlocking');
    await edge.shell.lock('idle');
    edge.shell.unlocked();
    expect(edge.shell.isUnlocked).toBe(true);
    expect(edge.done).not.toContain('end page');
  });

  it('nothing is owed any more once it has failed', async () => {
    const edge = new Edge();
    await edge.shell.pageReady();
    edge.shell.doing('unlocking');
    await edge.shell.lock('computer-slept');
    edge.shell.doing('nothing');
    edge.shell.doing('unlocking');
    edge.shell.unlocked();
    expect(edge.shell.isUnlocked).toBe(true);
    expect(edge.done).not.toContain('end page');
  });

  it('nor on a page that comes after', async () => {
    const edge = new Edge();
    await edge.shell.pageReady();
    edge.shell.doing('unlocking');
    await edge.shell.lock('computer-slept');
    await edge.shell.pageReady();
    edge.shell.unlocked();
    expect(edge.shell.isUnlocked).toBe(true);
  });
});

describe('closing asks first', () => {
  it('while the recovery key is shown, and when somebody has told nobody; not otherwise', async () => {
    const edge = new Edge();
    await edge.shell.pageReady();
    for (const [doing, asks] of [
      ['nothing', false],
      ['unlocking', false],
      ['recovery-key', true],
      ['nobody-told', true],
    ] as const) {
      edge.shell.doing(doing);
      expect(edge.shell.asksBeforeClosing, doing).toBe(asks);
    }
    await edge.shell.pageFailed();
    expect(edge.shell.asksBeforeClosing).toBe(false);
  });

  it('never again once it has begun', async () => {
    const edge = await answering();
    edge.shell.doing('nobody-told');
    const closing = edge.shell.close();
    edge.shell.doing('nobody-told');
    await closing;
    expect(edge.shell.asksBeforeClosing).toBe(false);
  });
});
