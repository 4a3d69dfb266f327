import { describe, expect, it } from 'vitest';
import { isTrusted } from '../../../electron/security/trusted-sender.ts';
import { othersUrls, oursUrls } from './urls.ts';

const ours = { id: 7 };
const top = (url: string) => ({ url, parent: null });
const someFrame = {} as Electron.WebFrameMain; // `as`: that there is one is all that is asked.

describe('a message is trusted', () => {
  it.each(oursUrls)('from the top frame of our window at %j', (url) => {
    expect(isTrusted({ sender: ours, senderFrame: top(url) }, ours)).toBe(true);
  });
});

describe('a message is not trusted', () => {
  it('from a frame that is gone', () => {
    expect(isTrusted({ sender: ours, senderFrame: null }, ours)).toBe(false);
  });

  it.each(oursUrls)('from a sub frame, even one at %j', (url) => {
    expect(isTrusted({ sender: ours, senderFrame: { url, parent: someFrame } }, ours)).toBe(false);
  });

  it.each(oursUrls)('from another window, even at %j', (url) => {
    expect(isTrusted({ sender: { id: 8 }, senderFrame: top(url) }, ours)).toBe(false);
  });

  it.each(othersUrls)('from our window at %j', (url) => {
    expect(isTrusted({ sender: ours, senderFrame: top(url) }, ours)).toBe(false);
  });
});
