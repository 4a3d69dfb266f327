import { Shell } from '../../../electron/shell.ts';
import type { BackupAtLock, WindowNews } from '../../../shared/contract/window.ts';
import type { Begin } from '../../../shared/contract/wire.ts';
import type { StaffId } from '../../../shared/domain/ids.ts';

type ShellParts = ConstructorParameters<typeof Shell>[0];

/** The edge around the shell: a window and a store process that only write down what is done to them. */
export class Edge {
  readonly done: string[] = [];
  readonly begun: Begin[] = [];
  readonly shell: Shell;
  now = new Date('2026-11-23T09:00:00Z');
  /** What the page does when it hears something. */
  onNews: (news: WindowNews) => void = () => {};
  /** What has to happen before the page's process is gone, and the store's. */
  pageGoes: () => Promise<void> = async () => {};
  storeGoes: () => Promise<void> = async () => {};
  stores = 0;

  constructor() {
    const parts: ShellParts = {
      window: {
        connect: () => void this.done.push('connect'),
        discard: () => this.#goes('page', this.pageGoes),
        load: async () => void this.done.push('load'),
        tell: (news) => {
          this.done.push(`tell ${news.news}`);
          this.onNews(news);
        },
      },
      store: {
        start: (place) => {
          if (this.stores > 0) throw new Error('the store process is running');
          this.stores += 1;
          this.done.push('start');
          this.begun.push(place);
          return {} as Electron.MessagePortMain; // `as`: it is passed on and not looked at.
        },
        stop: async () => {
          await this.#goes('store', this.storeGoes);
          this.stores = 0;
        },
      },
      folder: '/own',
      version: '1.2.3',
      now: () => this.now,
      giveUp: () => void this.done.push('give up'),
    };
    this.shell = new Shell(parts);
  }

  async #goes(what: string, until: () => Promise<void>): Promise<void> {
    this.done.push(`end ${what}`);
    await until();
  }

  /** An unlocked log, with nothing noted yet. */
  static async unlocked(): Promise<Edge> {
    const edge = new Edge();
    await edge.shell.pageReady();
    edge.shell.unlocked();
    edge.done.length = 0;
    return edge;
  }
}

export const me = 'AAAAAAAAAAAAAAAAAAAAAA' as StaffId;
/** What a page leaves when it is asked to flush. */
export const left = { staff: me, page: '/concerns/new?draft=x', drafted: true };
/** What is done for a fresh page. */
export const renewed = ['end page', 'end store', 'load'];

/** What is done at a lock for which there is time, before page and keys go. */
export const lastWork = ['tell flush', 'tell back-up'];

/** A page that answers a flush as ours does, and has no backup to make. */
export async function answering(outcome: BackupAtLock = 'none'): Promise<Edge> {
  const edge = await Edge.unlocked();
  edge.onNews = ({ news }) => {
    if (news === 'flush') edge.shell.flushed(left);
    else if (news === 'back-up') edge.shell.backedUp(outcome);
  };
  return edge;
}
