import { contextBridge, ipcRenderer } from 'electron';
import type { Answer } from '../shared/contract/failures.ts';
import { type Bridge, type WindowCalls, type WindowNews, windowCallNames } from '../shared/contract/window.ts';
import type { FromStore, Progress, Request } from '../shared/contract/wire.ts';

// All that a page can reach: the calls of the contract by name, and its window. The port to the store process stays here.

/** Written in by the build from the contract itself. */
declare const callNames: readonly string[];

/** The part of a page's MessagePort that is used here; this folder knows no DOM. */
interface PagePort {
  onmessage: ((message: { readonly data: FromStore }) => void) | null;
  addEventListener(event: 'close', listener: () => void): void;
  postMessage(request: Request): void;
  start(): void;
}

type Settle = (answer: Answer<unknown>) => void;

const known = new Set(callNames);
const waiting = new Map<number, Settle>();
const progressListeners: ((progress: Progress['progress']) => void)[] = [];
const newsListeners: ((news: WindowNews) => void)[] = [];
/** What the window said before the screens listened. A page that never does must not fill up with it. */
const early: WindowNews[] = [];
const mostEarly = 20;
let next = 0;
let closed = false;

function receive(message: FromStore): void {
  if ('progress' in message) {
    for (const listener of progressListeners) listener(message.progress);
    return;
  }
  waiting.get(message.id)?.(message.answer);
  waiting.delete(message.id);
}

function onClose(): void {
  closed = true;
  for (const settle of waiting.values()) settle({ ok: false, failure: { kind: 'interrupted' } });
  waiting.clear();
}

const connected = new Promise<PagePort>((resolve) => {
  ipcRenderer.once('port', ({ ports }) => {
    const [port] = ports as unknown as PagePort[]; // `as`: main sends one port, and it is a page's.
    if (port === undefined) return;
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- setting it also starts the port, in every Chromium
    port.onmessage = ({ data }) => receive(data);
    // The store process has ended: whatever waits for an answer will never get one.
    port.addEventListener('close', onClose);
    port.start();
    resolve(port);
  });
});

async function ask(call: string, input: unknown): Promise<Answer<unknown>> {
  if (!known.has(call)) return { ok: false, failure: { kind: 'unknownCall' } };
  const port = await connected;
  if (closed) return { ok: false, failure: { kind: 'interrupted' } };
  next += 1;
  const id = next;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    port.postMessage({ id, call, input });
  });
}

ipcRenderer.on('news', (_event, news: WindowNews) => {
  for (const listener of newsListeners) listener(news);
  if (newsListeners.length === 0 && early.length < mostEarly) early.push(news);
});

function onNews(listener: (news: WindowNews) => void): void {
  newsListeners.push(listener);
  for (const news of early.splice(0)) listener(news);
}

const windowCalls = Object.fromEntries(
  windowCallNames.map((name) => [name, (input: unknown) => ipcRenderer.invoke(`window.${name}`, input)]),
) as unknown as WindowCalls; // `as`: the loop above is the interface's own list of names.

const bridge: Bridge = {
  ask,
  onProgress: (listener) => void progressListeners.push(listener),
  window: windowCalls,
  onNews,
};

contextBridge.exposeInMainWorld('practiceLog', bridge);
ipcRenderer.send('ready');
