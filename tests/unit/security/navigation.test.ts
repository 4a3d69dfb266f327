import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { stayOnOurPage } from '../../../electron/security/navigation.ts';
import { othersUrls, oursUrls } from './urls.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

class Contents extends EventEmitter {
  open: OpenHandler = () => ({ action: 'allow' });
  setWindowOpenHandler(handler: OpenHandler): void {
    this.open = handler;
  }
  /** @returns whether it was stopped */
  happens(event: string): boolean {
    let stopped = false;
    this.emit(event, { preventDefault: () => (stopped = true) });
    return stopped;
  }
}

function guarded(): Contents {
  const contents = new Contents();
  stayOnOurPage(contents);
  return contents;
}

it.each(['will-navigate', 'will-redirect', 'will-frame-navigate', 'will-attach-webview'])('%s is stopped', (event) => {
  expect(new Contents().happens(event)).toBe(false);
  expect(guarded().happens(event)).toBe(true);
});

it.each([...oursUrls, ...othersUrls])('no window is opened for %j', (url) => {
  const details = {
    url,
    frameName: '',
    features: '',
    disposition: 'new-window',
    referrer: { url: '', policy: 'default' },
  };
  expect(guarded().open(details as Electron.HandlerDetails)).toEqual({ action: 'deny' }); // `as`: the words of its unions.
});
