import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer } from '../../shared/contract/failures.ts';
import type { Begin, ForMain, FromStore, Progress } from '../../shared/contract/wire.ts';
import { MessageChannelMain } from '../standin/ports.ts';

const standIn = fileURLToPath(new URL('../standin/parent-port.ts', import.meta.url));

/** The real store process as a child of the test, spoken to as a screen would. */
export class StoreProcess implements Disposable {
  readonly child: ChildProcess;
  readonly progress: Progress['progress'][] = [];
  /** What it told main, newest last. */
  readonly forMain: ForMain[] = [];
  readonly exited: Promise<number | null>;
  readonly #port;
  readonly #waiting = new Map<number, (answer: Answer<unknown>) => void>();
  #next = 0;
  stderr = '';

  /** @param entry the file to run: the source, or what the build made of it */
  constructor(entry: string, begin: Begin) {
    this.child = fork(entry, { execArgv: ['--import', standIn], serialization: 'advanced', silent: true });
    this.child.stderr?.on('data', (text: Buffer) => (this.stderr += text.toString()));
    this.child.on('message', ({ data }: { data: ForMain }) => this.forMain.push(data));
    const { port1, port2 } = new MessageChannelMain();
    this.#port = port2;
    port2.on('message', ({ data }: { data: FromStore }) => this.#receive(data));
    port2.start();
    this.exited = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.send({ data: begin, ports: [port1.token] });
  }

  #receive(message: FromStore): void {
    if ('progress' in message) this.progress.push(message.progress);
    else this.#waiting.get(message.id)?.(message.answer);
  }

  send(data: unknown): void {
    this.#port.postMessage(data);
  }

  ask(call: string, input: unknown): Promise<Answer<unknown>> {
    this.#next += 1;
    const id = this.#next;
    const answered = new Promise<Answer<unknown>>((resolve) => this.#waiting.set(id, resolve));
    this.send({ id, call, input });
    return answered;
  }

  [Symbol.dispose](): void {
    this.#port.close();
    this.child.kill('SIGKILL');
  }
}
