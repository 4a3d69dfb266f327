/** Who sends: as much of it as the app looks at. */
export interface From {
  readonly sender: Pick<Electron.WebContents, 'id'>;
  readonly senderFrame: Pick<Electron.WebFrameMain, 'url'> & { readonly parent: object | null };
}

type HandleListener = Parameters<Electron.IpcMain['handle']>[1];
type OnListener = Parameters<Electron.IpcMain['on']>[1];

class StandInIpcMain implements Pick<Electron.IpcMain, 'handle'> {
  readonly #handlers = new Map<string, HandleListener>();
  readonly #listeners = new Map<string, OnListener>();

  handle(channel: string, listener: HandleListener): void {
    this.#handlers.set(channel, listener);
  }

  on(...[channel, listener]: Parameters<Electron.IpcMain['on']>): this {
    this.#listeners.set(channel, listener);
    return this;
  }

  async invoked(channel: string, from: From, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error('no handler');
    return handler(from as Electron.IpcMainInvokeEvent, ...args); // `as`: the part of it that is used.
  }

  sent(channel: string, from: From, args: readonly unknown[]): void {
    this.#listeners.get(channel)?.(from as Electron.IpcMainEvent, ...args); // `as`: the part of it that is used.
  }
}

export const ipcMain = new StandInIpcMain();
