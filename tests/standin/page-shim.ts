// Becomes the first script of every page, as text: what `require('electron')` gives a preload, over two functions that
// the browser's driver adds to the page. In Electron the preload has a world of its own; here it shares the page's.

interface Channel {
  (kind: 'invoke', channel: string, args: readonly unknown[]): Promise<{ value?: unknown; error?: string }>;
  (kind: 'send', channel: string, args: readonly unknown[]): Promise<void>;
  (kind: 'port', channel: number, args: readonly unknown[]): Promise<void>;
  (kind: 'active', channel: '', args: readonly []): Promise<void>;
}

type Listener = (event: { ports: readonly unknown[] }, ...args: readonly unknown[]) => void;

interface PagePort {
  onmessage: ((message: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
}

export type Arrival =
  | {
      readonly what: 'send';
      readonly channel: string;
      readonly args: readonly unknown[];
      readonly ports: readonly number[];
    }
  | { readonly what: 'data'; readonly port: number; readonly data: unknown }
  | { readonly what: 'closed'; readonly port: number };

/** Runs in the page. Must not refer to anything outside itself: only its text gets there. */
function shim(page: {
  __call: Channel;
  __arrive: (arrival: Arrival) => void;
  require: (name: string) => unknown;
}): void {
  const { __call: call } = page;
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  const ports = new Map<number, PagePort>();

  const portNumbered = (number: number): unknown => {
    const port: PagePort = { onmessage: null, onclose: null };
    ports.set(number, port);
    return Object.assign(port, {
      start() {},
      postMessage: (data: unknown) => void call('port', number, [data]),
      addEventListener: (_event: 'close', listener: () => void) => {
        // oxlint-disable-next-line unicorn/prefer-add-event-listener -- this is what stands in for it
        port.onclose = listener;
      },
    });
  };
  const on = (channel: string, listener: Listener, once = false): void => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
  };

  page.__arrive = (arrival) => {
    if (arrival.what === 'data') ports.get(arrival.port)?.onmessage?.({ data: arrival.data });
    else if (arrival.what === 'closed') ports.get(arrival.port)?.onclose?.();
    else {
      const heard = listeners.get(arrival.channel) ?? [];
      listeners.set(
        arrival.channel,
        heard.filter(({ once }) => !once),
      );
      const event = { ports: arrival.ports.map(portNumbered) };
      for (const { listener } of heard) listener(event, ...arrival.args);
    }
  };

  const ipcRenderer = {
    invoke: async (channel: string, ...args: readonly unknown[]) => {
      const { value, error } = await call('invoke', channel, args);
      if (error !== undefined) throw new Error(error);
      return value;
    },
    send: (channel: string, ...args: readonly unknown[]) => void call('send', channel, args),
    on,
    once: (channel: string, listener: Listener) => on(channel, listener, true),
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown) =>
      Object.defineProperty(globalThis, name, { value: Object.freeze(api), enumerable: true }),
  };
  page.require = (name) => {
    if (name !== 'electron') throw new Error('a sandboxed preload has electron and nothing else');
    return { ipcRenderer, contextBridge };
  };
}

/** Says on every page, in the title, that this is not the app itself; and tells the driver that somebody is there. */
function aroundThePage(page: { __call: Channel }): void {
  const title = Object.getOwnPropertyDescriptor(Document.prototype, 'title');
  Object.defineProperty(document, 'title', {
    configurable: true,
    // The page reads what it wrote.
    get() {
      return String(title?.get?.call(document)).replace(/ \(for development\)$/, '');
    },
    set(text: string) {
      title?.set?.call(document, `${text} (for development)`);
    },
  });
  let last = 0;
  const active = (): void => {
    if (Date.now() - last < 500) return;
    last = Date.now();
    void page.__call('active', '', []);
  };
  for (const event of ['pointermove', 'pointerdown', 'keydown', 'wheel'])
    addEventListener(event, active, { capture: true });
}

/**
 * Runs in the page itself and in no frame of it, as a preload does (`nodeIntegrationInSubFrames`).
 *
 * @param preload the text of the preload, one CommonJS file
 */
export function scriptFor(preload: string): string {
  return `(() => { if (location.protocol !== 'https:' || top !== self) return;
    (${aroundThePage.toString()})(globalThis);
    (${shim.toString()})(globalThis);
    const require = globalThis.require; delete globalThis.require;
    ${preload}
  })();`;
}
