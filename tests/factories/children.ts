import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { passphraseOf, type World } from './world.ts';

const program = new URL('../store/child.ts', import.meta.url).pathname;

/** A process of its own on the world's store; everything it wrote to stdout so far stands in `lines()`. */
export interface Child {
  readonly process: ChildProcess;
  /** Whole lines only: a process may be killed in the middle of one. */
  lines(): readonly string[];
  /** Resolves when it has written this many lines. @throws when it ends before */
  wrote(count: number): Promise<void>;
  /** `kill -9`, and all that it had written by then. */
  kill(): Promise<readonly string[]>;
}

export function spawnChild(
  world: World,
  order: { mode: 'hold' | 'save'; staff: StaffId; name: string; concern?: ThreadId },
): Child {
  const { mode, staff, name, concern } = order;
  const { folder, profile, clock } = world;
  const unlock = { staff, passphrase: passphraseOf(name) };
  const child = spawn(process.execPath, [program, JSON.stringify({ mode, folder, profile, clock, unlock, concern })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more: string) => (text += more));
  const closed = once(child, 'close');
  const lines = () => text.split('\n').slice(0, -1);
  const wrote = async (count: number): Promise<void> => {
    while (lines().length < count) {
      const ended = await Promise.race([once(child.stdout, 'data').then(() => false), closed.then(() => true)]);
      if (ended && lines().length < count) throw new Error(`the child ended after ${lines().length} lines`);
    }
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await closed;
    return lines();
  };
  return { process: child, lines, wrote, kill };
}
