import { EventEmitter } from 'node:events';

// Loaded into a plain Node child before the store process, in the place of what Electron gives a utilityProcess:
// `process.parentPort`, and one port that came with the first message. Both travel over Node's own IPC channel.

type ParentPort = Electron.ParentPort;
type MessagePortMain = Electron.MessagePortMain;

interface Envelope {
  readonly to: 'parent' | 'port';
  readonly data: unknown;
}

class StandInPort extends EventEmitter implements Pick<MessagePortMain, 'postMessage' | 'start' | 'close'> {
  #held: unknown[] | null = [];

  /** Like a real port it keeps what arrives until it is started. */
  receive(data: unknown): void {
    if (this.#held === null) this.emit('message', { data, ports: [] });
    else this.#held.push(data);
  }
  start(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const data of held) this.receive(data);
  }
  postMessage(data: unknown): void {
    process.send?.({ to: 'port', data } satisfies Envelope);
  }
  close(): void {
    process.disconnect();
  }
}

class StandInParentPort extends EventEmitter implements Pick<ParentPort, 'postMessage'> {
  postMessage(data: unknown): void {
    process.send?.({ to: 'parent', data } satisfies Envelope);
  }
}

const port = new StandInPort();
const parentPort = new StandInParentPort();
process.on('message', ({ to, data }: Envelope) => {
  if (to === 'parent') parentPort.emit('message', { data, ports: [port] });
  else port.receive(data);
});
Object.defineProperty(process, 'parentPort', { value: parentPort });
