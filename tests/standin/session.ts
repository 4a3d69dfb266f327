type Handler = (request: Request) => Response | Promise<Response>;
type Allowed = (details: { readonly url: string }, answer: (response: { cancel: boolean }) => void) => void;

/** Where a page's files come from and what is refused to it. Permissions are Chromium's own to refuse here. */
export class StandInSession {
  readonly #handlers = new Map<string, Handler>();
  #mayRequest: Allowed = (_details, answer) => answer({ cancel: false });
  readonly protocol = { handle: (scheme: string, handler: Handler) => void this.#handlers.set(scheme, handler) };
  readonly webRequest = { onBeforeRequest: (listener: Allowed) => (this.#mayRequest = listener) };

  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}

  /** The answer of the app's own protocol to a request of the page, if nothing cancels it. */
  async fetch(url: string, method: string): Promise<Response> {
    let cancelled = false;
    this.#mayRequest({ url }, ({ cancel }) => (cancelled = cancel));
    const handler = this.#handlers.get(new URL(url).protocol.slice(0, -1));
    if (cancelled || handler === undefined) return new Response(null, { status: 403 });
    return handler(new Request(url, { method }));
  }
}

const sessions = new Map<string, StandInSession>();

export const session = {
  fromPartition(partition: string): StandInSession {
    const known = sessions.get(partition) ?? new StandInSession();
    sessions.set(partition, known);
    return known;
  },
};

export const protocol = { registerSchemesAsPrivileged: () => {} };
