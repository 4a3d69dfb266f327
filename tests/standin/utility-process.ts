import { type ChildProcess, fork as forkNode } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { app } from './app.ts';
import { notice } from './control.ts';
import type { Declared, Like } from './declared.ts';
import type { Envelope } from './parent-port.ts';
import { hangUp, type PortToken, tokensOf } from './ports.ts';

const preparation = fileURLToPath(new URL('./parent-port.ts', import.meta.url));

interface Sent {
  readonly spawn: readonly [];
  readonly exit: readonly [code: number];
  readonly message: readonly [said: unknown];
}

class StandInUtilityProcess
  extends EventEmitter<Declared<Electron.UtilityProcess['on'], Sent>>
  implements Pick<Electron.UtilityProcess, 'kill' | 'pid' | 'postMessage'>
{
  readonly #child: ChildProcess;
  readonly #ports: PortToken[] = [];
  #lives = false;

  constructor(entry: string) {
    super();
    this.#child = forkNode(entry, { execArgv: ['--import', preparation], serialization: 'advanced' });
    const end = (): void => void this.#child.kill('SIGKILL');
    app.atExit.add(end);
    this.#child.once('exit', (code) => {
      app.atExit.delete(end);
      this.#lives = false;
      // Whoever holds the other end hears of it, also when this one never took up its own.
      for (const port of this.#ports) hangUp(port);
      this.emit('exit', code ?? 1);
    });
    this.#child.on('message', (said: Pick<Envelope, 'data'>) => this.emit('message', said.data));
    this.#child.once('spawn', () => {
      this.#lives = true;
      notice({ now: 'store', pid: this.#child.pid ?? 0 });
      this.emit('spawn');
    });
  }

  /** As in Electron: not before it runs, and not after. */
  get pid(): number | undefined {
    return this.#lives ? this.#child.pid : undefined;
  }

  postMessage(data: unknown, ports?: readonly unknown[]): void {
    const tokens = tokensOf(ports);
    this.#ports.push(...tokens);
    this.#child.send({ data, ports: tokens } satisfies Envelope);
  }

  kill(): boolean {
    return this.#lives && this.#child.kill('SIGTERM');
  }
}

export const utilityProcess = {
  fork: (entry) => new StandInUtilityProcess(entry),
} satisfies { readonly fork: Like<typeof Electron.UtilityProcess.fork, StandInUtilityProcess> };
