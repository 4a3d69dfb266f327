import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { refuseDownloads, refuseNetwork } from '../../../electron/security/network.ts';
import { othersUrls, oursUrls } from './urls.ts';

/** @returns what is answered to a request for this URL */
function answerTo(url: string): unknown {
  let answered: unknown;
  refuseNetwork({
    webRequest: { onBeforeRequest: (listener) => listener({ url }, (response) => (answered = response)) },
  });
  return answered;
}

describe('refuseNetwork', () => {
  it.each(oursUrls)('lets %j through', (url) => {
    expect(answerTo(url)).toEqual({ cancel: false });
  });

  it.each([...othersUrls, 'https://example.org/', 'wss://example.org/', 'ftp://example.org/', 'stun:example.org'])(
    'cancels %j',
    (url) => {
      expect(answerTo(url)).toEqual({ cancel: true });
    },
  );
});

it('refuseDownloads stops every download', () => {
  const session = new EventEmitter();
  refuseDownloads(session);
  let stopped = false;
  session.emit('will-download', { preventDefault: () => (stopped = true) });
  expect(stopped).toBe(true);
});
