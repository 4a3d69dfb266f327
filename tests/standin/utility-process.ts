import { type ChildProcess, fork as forkNode } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Envelope } from './parent-port.ts';
import { tokensOf } from './ports.ts';

const preparation = fileURLToPath(new URL('./parent-port.ts', import.meta.url));

class StandInUtilityProcess
  extends EventEmitter
  implements Pick<Electron.UtilityProcess, 'kill' | 'pid' | 'postMessage'>
{
  readonly #child: ChildProcess;

  constructor(entry: string) {
    super();
    this.#child = forkNode(entry, { execArgv: ['--import', preparation], serialization: 'advanced' });
    this.#child.once('exit', (code) => this.emit('exit', code ?? 1));
    this.#child.once('spawn', () => this.emit('spawn'));
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
  }

  postMessage(data: unknown, ports?: readonly unknown[]): void {
    this.#child.send({ data, ports: tokensOf(ports) } satisfies Envelope);
  }

  kill(): boolean {
    return this.#child.kill('SIGTERM');
  }
}

export const utilityProcess = { fork: (entry: string) => new StandInUtilityProcess(entry) };
