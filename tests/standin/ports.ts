import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Declared } from './declared.ts';

/** Where the two ends of a channel meet: a local socket, at which one end waits and the other calls. */
export interface PortToken {
  readonly path: string;
  readonly waits: boolean;
}

const mostTries = 400;

interface Sent {
  readonly message: readonly [Pick<Electron.MessageEvent, 'data' | 'ports'>];
  readonly close: readonly [];
}

/** One end of a channel, in the shape of Electron's MessagePortMain. Does nothing until it is started. */
export class StandInPort
  extends EventEmitter<Declared<Electron.MessagePortMain['on'], Sent>>
  implements Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'>
{
  readonly token: PortToken;
  #server: Server | null = null;
  #socket: Socket | null = null;
  #unsent: Buffer[] = [];
  #rest = Buffer.alloc(0);
  #closed = false;

  constructor(token: PortToken) {
    super();
    this.token = token;
  }

  start(): void {
    if (this.token.waits) {
      this.#server = createServer((socket) => this.#join(socket));
      this.#server.listen(this.token.path);
    } else {
      this.#call(mostTries);
    }
  }

  // The other end may not have been started yet.
  #call(tries: number): void {
    const socket = connect(this.token.path, () => this.#join(socket));
    socket.once('error', () => {
      if (this.#socket !== null || this.#closed) return;
      if (tries === 0) this.#end();
      else setTimeout(() => this.#call(tries - 1), 25);
    });
  }

  #join(socket: Socket): void {
    this.#socket = socket;
    // Both ends are there: the name of the meeting place is not needed any more.
    this.#server?.close();
    rmSync(this.token.path, { force: true });
    socket.on('data', (bytes) => this.#read(bytes));
    socket.on('error', () => {});
    socket.once('close', () => this.#end());
    for (const frame of this.#unsent.splice(0)) socket.write(frame);
  }

  #read(bytes: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    while (this.#rest.length >= 4) {
      const length = this.#rest.readUInt32LE(0);
      if (this.#rest.length < 4 + length) return;
      const data: unknown = deserialize(this.#rest.subarray(4, 4 + length));
      this.#rest = this.#rest.subarray(4 + length);
      this.emit('message', { data, ports: [] });
    }
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#server?.close();
    this.emit('close');
  }

  postMessage(data: unknown): void {
    const body = serialize(data);
    const frame = Buffer.alloc(4 + body.length);
    frame.writeUInt32LE(body.length, 0);
    body.copy(frame, 4);
    if (this.#socket === null) this.#unsent.push(frame);
    else this.#socket.write(frame);
  }

  close(): void {
    this.#socket?.end();
    this.#end();
  }
}

/** A pair of ports. Which process each end is sent to is decided later; what it carries goes past this one. */
export class MessageChannelMain implements Record<keyof Electron.MessageChannelMain, StandInPort> {
  readonly port1: StandInPort;
  readonly port2: StandInPort;

  constructor() {
    // Process numbers come round again, and a process that was killed leaves its meeting place behind.
    const path = join(tmpdir(), `port-${randomUUID()}.sock`);
    this.port1 = new StandInPort({ path, waits: true });
    this.port2 = new StandInPort({ path, waits: false });
  }
}

const patience = 5_000;
const meetingPlaces = new Set<string>();
process.once('exit', () => {
  for (const path of meetingPlaces) rmSync(path, { force: true });
});

/** For an end that was sent to a process that is gone, perhaps before it took it up: whoever still calls is told at once. */
export function hangUp({ path, waits }: PortToken): void {
  if (!waits) return;
  rmSync(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  server.once('error', () => {});
  server.listen(path).unref();
  meetingPlaces.add(path);
  setTimeout(() => {
    server.close();
    meetingPlaces.delete(path);
  }, patience).unref();
}

/** What takes the place of a port in a message to another process. */
export function tokensOf(ports: readonly unknown[] | undefined): readonly PortToken[] {
  return (ports ?? []).map((port) => {
    if (!(port instanceof StandInPort)) throw new TypeError('only ports of this stand-in can be sent');
    return port.token;
  });
}
