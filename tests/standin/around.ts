import { EventEmitter } from 'node:events';
import { notice, onControl } from './control.ts';

// The rest of the computer: dialogs, power, menus. A test says what the person chooses and what the system does.

let chosen: string | null = null;
onControl('dialog', ({ path }) => {
  chosen = path;
});

export const dialog = {
  showOpenDialog: async () => ({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] }),
  showSaveDialog: async () => ({ canceled: chosen === null, filePath: chosen ?? '' }),
  showErrorBox(title: string, content: string): void {
    notice({ now: 'error-box', title });
    console.error(`${title}\n${content}`);
  },
};

class StandInPowerMonitor extends EventEmitter implements Pick<Electron.PowerMonitor, 'getSystemIdleTime'> {
  #active = Date.now();
  #pretended: number | null = null;

  constructor() {
    super();
    onControl('idle', ({ seconds }) => {
      this.#pretended = seconds;
    });
    onControl('power', ({ event }) => this.emit(event));
  }

  touched(): void {
    this.#active = Date.now();
    this.#pretended = null;
  }

  getSystemIdleTime(): number {
    return this.#pretended ?? Math.floor((Date.now() - this.#active) / 1_000);
  }
}

export const powerMonitor = new StandInPowerMonitor();

interface Item {
  readonly label?: string;
  readonly submenu?: unknown;
  readonly click?: unknown;
}

function itemsBelow(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsBelow(item.submenu as Item[]) : [])]);
}

export const Menu = {
  buildFromTemplate: (template: readonly Item[]) => template,
  setApplicationMenu(template: readonly Item[]): void {
    onControl('menu', ({ label }) => {
      const item = itemsBelow(template).find((one) => one.label === label);
      if (typeof item?.click === 'function') item.click();
    });
  },
};
