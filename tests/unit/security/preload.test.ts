import { beforeAll, describe, expect, it, vi } from 'vitest';
import preloadBuild from '../../../build/config/vite.preload.config.ts';
import { contract } from '../../../shared/contract/index.ts';
import { type Bridge, windowCallNames } from '../../../shared/contract/window.ts';

// The preload over a made-up `electron`, which is the operating system's edge here: what it puts into the page, and
// what it lets through.

type Listener = (event: { readonly ports: readonly unknown[] }, ...args: readonly unknown[]) => void;

const outside = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  listeners: new Map<string, Listener>(),
  invoked: [] as unknown[],
  sent: [] as unknown[],
}));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: unknown) => outside.exposed.set(name, api) },
  ipcRenderer: {
    invoke: (...args: readonly unknown[]) => {
      outside.invoked.push(args);
      return Promise.resolve('answered');
    },
    send: (...args: readonly unknown[]) => outside.sent.push(args),
    on: (channel: string, listener: Listener) => outside.listeners.set(channel, listener),
    once: (channel: string, listener: Listener) => outside.listeners.set(channel, listener),
  },
}));

const contractNames = Object.entries(contract).flatMap(([group, calls]) =>
  Object.keys(calls).map((call) => `${group}.${call}`),
);
const builtIn: unknown = preloadBuild.define?.['callNames'];

class Port {
  readonly posted: { readonly id: number; readonly call: string }[] = [];
  onmessage: ((message: { readonly data: unknown }) => void) | null = null;
  close: () => void = () => {};
  addEventListener(_event: 'close', listener: () => void): void {
    this.close = listener;
  }
  postMessage(request: Port['posted'][number]): void {
    this.posted.push(request);
  }
  start(): void {}
}

const port = new Port();
let bridge: Bridge;

beforeAll(async () => {
  vi.stubGlobal('callNames', JSON.parse(String(builtIn)));
  await import('../../../electron/preload.ts');
  bridge = outside.exposed.get('practiceLog') as Bridge; // `as`: what the test is about.
});

it('the build writes in exactly the names of the contract', () => {
  expect(JSON.parse(String(builtIn))).toEqual(contractNames);
});

it('exposes one thing, with exactly the names of the contract', () => {
  expect([...outside.exposed.keys()]).toEqual(['practiceLog']);
  expect(Object.keys(bridge).sort()).toEqual(['ask', 'onNews', 'onProgress', 'window']);
  expect(Object.keys(bridge.window).sort()).toEqual([...windowCallNames].sort());
  expect(outside.sent).toEqual([['ready']]);
});

it('window calls go by their own channel and carry one value', async () => {
  const calls = bridge.window as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>;
  for (const name of windowCallNames) expect(await calls[name]?.('one', 'two')).toBe('answered');
  expect(outside.invoked).toEqual(windowCallNames.map((name) => [`window.${name}`, 'one']));
});

describe('ask', () => {
  it.each([
    '',
    'store',
    'store.nothing',
    'store.status ',
    'Store.status',
    '__proto__',
    'store.constructor',
    'window.lock',
  ])('refuses %j before there is a port', async (name) => {
    expect(await bridge.ask(name, {})).toEqual({ ok: false, failure: { kind: 'unknownCall' } });
  });

  it('waits for the port, sends numbered requests and gives each its own answer', async () => {
    const [first, second] = [bridge.ask('store.status', { a: 1 }), bridge.ask('people.list', {})];
    expect(port.posted).toEqual([]);
    outside.listeners.get('port')?.({ ports: [port] });
    await vi.waitFor(() => expect(port.posted).toHaveLength(2));
    expect(port.posted).toMatchObject([
      { call: 'store.status', input: { a: 1 } },
      { call: 'people.list', input: {} },
    ]);
    const [one, two] = port.posted.map(({ id }) => id);
    port.onmessage?.({ data: { id: two, answer: { ok: true, value: 'two' } } });
    port.onmessage?.({ data: { id: 999, answer: { ok: true, value: 'nobody asked' } } });
    port.onmessage?.({ data: { id: one, answer: { ok: true, value: 'one' } } });
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: 'one' },
      { ok: true, value: 'two' },
    ]);
  });

  it('keeps what the window says before the screens listen, and not without end', () => {
    const say = (news: unknown) => outside.listeners.get('news')?.({ ports: [] }, news);
    say({ news: 'lock-soon', seconds: 60 });
    for (let n = 0; n < 100; n += 1) say({ news: 'cover' });
    const news = vi.fn();
    bridge.onNews(news);
    expect(news).toHaveBeenCalledTimes(20);
    expect(news.mock.calls[0]).toEqual([{ news: 'lock-soon', seconds: 60 }]);
    const second = vi.fn();
    bridge.onNews(second);
    expect(second).not.toHaveBeenCalled();
  });

  it('passes progress and news on without the event that brought them', () => {
    const [progress, news] = [vi.fn(), vi.fn()];
    bridge.onProgress(progress);
    bridge.onNews(news);
    port.onmessage?.({ data: { progress: { what: 'Checking', done: 1, total: 2 } } });
    outside.listeners.get('news')?.({ ports: [] }, { news: 'flush' }, 'more');
    expect(progress.mock.calls).toEqual([[{ what: 'Checking', done: 1, total: 2 }]]);
    expect(news.mock.calls).toEqual([[{ news: 'flush' }]]);
  });

  it('is answered as interrupted once the port closes, also for what comes later', async () => {
    const interrupted = { ok: false, failure: { kind: 'interrupted' } };
    const waiting = bridge.ask('store.status', {});
    await vi.waitFor(() => expect(port.posted).toHaveLength(3));
    port.close();
    expect(await waiting).toEqual(interrupted);
    expect(await bridge.ask('store.status', {})).toEqual(interrupted);
    expect(port.posted).toHaveLength(3);
  });
});
