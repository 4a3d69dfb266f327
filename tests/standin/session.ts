import { EventEmitter } from 'node:events';
import type { Declared, Like, Stoppable } from './declared.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];
type Allowed = (
  details: Pick<Electron.OnBeforeRequestListenerDetails, 'url'>,
  answer: (response: Electron.CallbackResponse) => void,
) => void;
/** Electron's has a second form, with a filter, that the app does not use. */
type OnBeforeRequest = Electron.WebRequest['onBeforeRequest'] extends (listener: Allowed) => void
  ? (listener: Allowed) => void
  : never;

type Refusals = 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler';
interface Sent {
  readonly 'will-download': readonly [Stoppable];
}

/** Where a page's files come from and what is refused to it. Permissions are Chromium's own to refuse here. */
export class StandInSession
  extends EventEmitter<Declared<Electron.Session['on'], Sent>>
  implements Pick<Electron.Session, Refusals>
{
  readonly #handlers = new Map<string, Handler>();
  #mayRequest: Allowed = (_details, answer) => answer({ cancel: false });
  readonly protocol = {
    handle: (scheme: string, handler: Handler) => void this.#handlers.set(scheme, handler),
  } satisfies Pick<Electron.Protocol, 'handle'>;
  readonly webRequest = {
    onBeforeRequest: (listener) => {
      this.#mayRequest = listener;
    },
  } satisfies { onBeforeRequest: OnBeforeRequest };

  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}

  /** The answer of the app's own protocol to a request of the page, if nothing cancels it. */
  async fetch(url: string, method: string): Promise<Response> {
    let cancelled = false;
    this.#mayRequest({ url }, ({ cancel }) => (cancelled = cancel === true));
    const handler = this.#handlers.get(new URL(url).protocol.slice(0, -1));
    if (cancelled || handler === undefined) return new Response(null, { status: 403 });
    return handler(new Request(url, { method }));
  }
}

const sessions = new Map<string, StandInSession>();

export const session = {
  fromPartition(partition) {
    const known = sessions.get(partition) ?? new StandInSession();
    sessions.set(partition, known);
    return known;
  },
} satisfies { readonly fromPartition: Like<typeof Electron.Session.fromPartition, StandInSession> };

export const protocol = {
  registerSchemesAsPrivileged: () => {},
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>;
