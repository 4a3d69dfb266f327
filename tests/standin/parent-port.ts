import { EventEmitter } from 'node:events';
// oxlint-disable-next-line import/no-unassigned-import -- puts this process's clock where the test wants it
import './clock.ts';
import { type PortToken, StandInPort } from './ports.ts';

// Loaded into a plain Node child before the store process, in the place of what Electron gives a utilityProcess:
// `process.parentPort`, and ports that come with its messages.

export interface Envelope {
  readonly data: unknown;
  readonly ports: readonly PortToken[];
}

class StandInParentPort extends EventEmitter implements Pick<Electron.ParentPort, 'postMessage'> {
  postMessage(data: unknown): void {
    process.send?.({ data, ports: [] } satisfies Envelope);
  }
}

const parentPort = new StandInParentPort();
process.on('message', ({ data, ports }: Envelope) => {
  parentPort.emit('message', { data, ports: ports.map((token) => new StandInPort(token)) });
});
// A utility process ends with the app; a Node child has to be told.
process.on('disconnect', () => process.exit(0));
Object.defineProperty(process, 'parentPort', { value: parentPort });
