import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Frame, type Page, type Request, type Route } from '@playwright/test';
import type { FromDriver, ToDriver } from './driver-messages.ts';
import { type Arrival, scriptFor } from './page-shim.ts';
import { type PortToken, StandInPort } from './ports.ts';

// A process of its own that holds the browser, and with it everything that is on the screen: killed at a lock, as
// Electron kills a renderer.

/** Our pages' address in a browser that knows no scheme of ours. */
const address = 'https://log.localhost';
const ourScheme = 'app://log';
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

function say(message: FromDriver): void {
  process.send?.(message);
}

const toOurs = (url: string): string => (url.startsWith(address) ? url.replace(address, ourScheme) : url);

/** The frame that goes somewhere; a page that is just being opened has none yet. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

class Driver {
  readonly #profile: string;
  readonly #page: Page;
  readonly #waiting = new Map<number, (message: ToDriver) => void>();
  readonly #ports = new Map<number, StandInPort>();
  #next = 0;
  #loading = false;

  constructor(profile: string, page: Page) {
    this.#profile = profile;
    this.#page = page;
  }

  static async open(ask: Extract<ToDriver, { do: 'open' }>): Promise<Driver> {
    const { profile } = ask;
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const executablePath = process.env['CHROMIUM_PATH'];
    const headless = process.env['DISPLAY'] === undefined;
    const context = await chromium.launchPersistentContext(profile, {
      ...(executablePath !== undefined && { executablePath }),
      headless,
      args: [...quiet, ...asRoot, `--window-size=${ask.width},${ask.height}`, '--app=about:blank'],
      acceptDownloads: false,
      viewport: headless ? { width: ask.width, height: ask.height } : null,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    });
    const page = context.pages()[0] ?? (await context.newPage());
    const driver = new Driver(profile, page);
    await driver.#prepare(context, ask.preload);
    const slower = Number(process.env['STANDIN_TIMES_SLOWER'] ?? 1);
    if (slower > 1) {
      const client = await context.newCDPSession(page);
      await client.send('Emulation.setCPUThrottlingRate', { rate: slower });
    }
    return driver;
  }

  /** Where another client may attach to the same browser. */
  get endpoint(): string {
    const [port] = readFileSync(join(this.#profile, 'DevToolsActivePort'), 'utf8').split('\n');
    return `http://127.0.0.1:${port}`;
  }

  async #prepare(context: BrowserContext, preload: string): Promise<void> {
    await context.exposeBinding(
      '__call',
      ({ frame, page }, kind: string, channel: string | number, args: readonly unknown[]) =>
        this.#called({ frame, own: page === this.#page }, kind, channel, args),
    );
    await context.addInitScript({ content: scriptFor(readFileSync(preload, 'utf8')) });
    await context.route('**/*', (route) => this.#requested(route));
    this.#page.on('popup', (popup) => void this.#opened(popup));
    this.#page.on('close', () => say({ say: 'closed' }));
    this.#page.on('crash', () => say({ say: 'crashed' }));
  }

  async #requested(route: Route): Promise<void> {
    const request = route.request();
    const [url, method] = [toOurs(request.url()), request.method()];
    if (request.isNavigationRequest()) {
      const frame = frameOf(request);
      // Another page in the same browser: it has been refused, or will be.
      if (frame === null || frame.page() !== this.#page) return route.abort('aborted');
      const top = frame.parentFrame() === null;
      // The window itself loads a page now and then. Whatever else moves it is the page.
      if (!(top && this.#loading)) {
        const answer = await this.#ask((id) => ({ say: 'navigates', id, url, top }));
        if (answer.do !== 'allow' || !answer.allowed) return route.abort('aborted');
      }
    }
    const file = await this.#ask((id) => ({ say: 'wants', id, url, method }));
    if (file.do !== 'file' || !request.url().startsWith(address)) return route.abort();
    return route.fulfill({ status: file.status, headers: file.headers, body: Buffer.from(file.body) });
  }

  async #opened(popup: Page): Promise<void> {
    const answer = await this.#ask((id) => ({ say: 'opens', id, url: toOurs(popup.url()) }));
    if (answer.do !== 'allow' || !answer.allowed) await popup.close();
  }

  #ask(question: (id: number) => FromDriver): Promise<ToDriver> {
    this.#next += 1;
    const id = this.#next;
    const answered = new Promise<ToDriver>((resolve) => this.#waiting.set(id, resolve));
    say(question(id));
    return answered;
  }

  async #called(
    { frame, own }: { readonly frame: Frame; readonly own: boolean },
    kind: string,
    channel: string | number,
    args: readonly unknown[],
  ): Promise<unknown> {
    if (kind === 'active') return say({ say: 'active' });
    if (kind === 'port') return this.#ports.get(Number(channel))?.postMessage(args[0]);
    const at = { channel: String(channel), args, url: toOurs(frame.url()), top: frame.parentFrame() === null, own };
    if (kind === 'send') return say({ say: 'call', id: 0, kind: 'send', ...at });
    const answer = await this.#ask((id) => ({ say: 'call', id, kind: 'invoke', ...at }));
    return answer.do === 'answer' ? { value: answer.value, error: answer.error } : { error: 'no answer' };
  }

  #arrive(arrival: Arrival): void {
    // A page that is going away gets nothing more, as with a port whose page has gone.
    this.#page
      .evaluate((one) => (globalThis as unknown as { __arrive: (arrival: unknown) => void }).__arrive(one), arrival)
      .catch(() => {});
  }

  #open(token: PortToken): number {
    this.#next += 1;
    const number = this.#next;
    const port = new StandInPort(token);
    port.on('message', ({ data }: { data: unknown }) => this.#arrive({ what: 'data', port: number, data }));
    port.on('close', () => this.#arrive({ what: 'closed', port: number }));
    this.#ports.set(number, port);
    port.start();
    return number;
  }

  async handle(message: ToDriver): Promise<void> {
    switch (message.do) {
      case 'open':
        return;
      case 'load':
        this.#loading = true;
        await this.#page.goto(message.url.replace(ourScheme, address));
        this.#loading = false;
        say({ say: 'loaded' });
        return;
      case 'send': {
        const { channel, args, ports } = message;
        this.#arrive({ what: 'send', channel, args, ports: ports.map((token) => this.#open(token)) });
        return;
      }
      case 'pdf': {
        const bytes = await this.#page.pdf({
          preferCSSPageSize: true,
          printBackground: true,
          tagged: true,
          outline: true,
          displayHeaderFooter: true,
          headerTemplate: '<span></span>',
          footerTemplate: message.footer,
        });
        say({ say: 'pdf', id: message.id, bytes });
        return;
      }
      default:
        this.#waiting.get(message.id)?.(message);
        this.#waiting.delete(message.id);
    }
  }
}

// Without the app there is nothing to show.
process.on('disconnect', () => process.exit(0));

let driver: Promise<Driver> | null = null;
process.on('message', (message: ToDriver) => {
  if (message.do === 'open') {
    // Main does this too; but main may have been killed.
    process.once('exit', () => rmSync(message.profile, { recursive: true, force: true, maxRetries: 5 }));
    driver = Driver.open(message);
    void driver.then(({ endpoint }) => say({ say: 'open', endpoint }));
  } else {
    void driver?.then((open) => open.handle(message));
  }
});
