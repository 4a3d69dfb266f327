import { EventEmitter } from 'node:events';
import { putClockForward, realNow } from './clock.ts';
import { notice, onControl } from './control.ts';
import { type Declared, type Like, type Stoppable, stoppedBy } from './declared.ts';

// The rest of the computer: its clock, dialogs, power, notifications, menus. A test says what the person chooses and what the system does.

onControl('clock', ({ ahead }) => putClockForward(ahead));

let chosen: string | null = null;
onControl('dialog', ({ path }) => {
  chosen = path;
});

export const dialog = {
  showOpenDialog: async () => ({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] }),
  showSaveDialog: async (...asked: readonly [unknown, Electron.SaveDialogOptions?]) => {
    notice({ now: 'save-dialog', proposed: asked[1]?.defaultPath ?? '' });
    return { canceled: chosen === null, filePath: chosen ?? '' };
  },
  showErrorBox(title: string, content: string): void {
    notice({ now: 'error-box', title });
    console.error(`${title}\n${content}`);
  },
} satisfies Pick<Electron.Dialog, 'showErrorBox' | 'showOpenDialog' | 'showSaveDialog'>;

interface Sent {
  readonly 'lock-screen': readonly [];
  readonly suspend: readonly [];
  readonly 'user-did-resign-active': readonly [];
  /** The event is in Electron's words, and not in its declarations. */
  readonly shutdown: readonly [event?: Stoppable];
}

class StandInPowerMonitor
  extends EventEmitter<Declared<Electron.PowerMonitor['on'], Sent>>
  implements Pick<Electron.PowerMonitor, 'getSystemIdleTime'>
{
  #active = realNow();
  #pretended: number | null = null;

  constructor() {
    super();
    onControl('idle', ({ seconds }) => {
      this.#pretended = seconds;
    });
    onControl('power', ({ event }) => {
      if (event === 'shutdown') notice({ now: 'held-up', held: stoppedBy((one) => this.emit(event, one)) });
      else this.emit(event);
    });
  }

  touched(): void {
    this.#active = realNow();
    this.#pretended = null;
  }

  getSystemIdleTime(): number {
    return this.#pretended ?? Math.floor((realNow() - this.#active) / 1_000);
  }
}

export const powerMonitor = new StandInPowerMonitor();

interface Shown {
  readonly click: readonly [];
}

/** What the system shows at the edge of the screen. A test reads it, and clicks the newest. */
export class Notification
  extends EventEmitter<Declared<Electron.Notification['on'], Shown>>
  implements Pick<Electron.Notification, 'show'>
{
  readonly #options: Electron.NotificationConstructorOptions;

  static isSupported(): boolean {
    return true;
  }

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.#options = options;
  }

  show(): void {
    const { title = '', body = '' } = this.#options;
    notice({ now: 'notification', title, body });
    clickNewest = () => this.emit('click');
  }
}

let clickNewest = (): void => {};
onControl('click-notification', () => clickNewest());

type Item = Electron.MenuItemConstructorOptions | Electron.MenuItem;

function itemsBelow(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsBelow(item.submenu) : [])]);
}

interface StandInMenu {
  readonly template: readonly Item[];
}

export const Menu = {
  buildFromTemplate: (template) => ({ template }),
  setApplicationMenu(menu) {
    onControl('menu', ({ label }) => {
      const item = itemsBelow(menu?.template ?? []).find((one) => one.label === label);
      // `as`: what it is called with says which window and keys, and the app's own items do not ask.
      (item?.click as (() => void) | undefined)?.();
    });
  },
} satisfies {
  readonly buildFromTemplate: Like<typeof Electron.Menu.buildFromTemplate, StandInMenu>;
  readonly setApplicationMenu: (
    menu: Parameters<typeof Electron.Menu.setApplicationMenu>[0] extends infer Taken
      ? Exclude<Taken, Electron.Menu> | StandInMenu
      : never,
  ) => void;
};
