import { describe, expect, it } from 'vitest';
import { isOurs, scheme, startUrl } from '../../../electron/security/origin.ts';
import { othersUrls, oursUrls } from './urls.ts';

it('starts at our own page', () => {
  expect({ scheme, startUrl, isOurs: isOurs(startUrl) }).toEqual({
    scheme: 'app',
    startUrl: 'app://log/index.html',
    isOurs: true,
  });
});

describe('isOurs', () => {
  it.each(oursUrls)('takes %j', (url) => {
    expect(isOurs(url)).toBe(true);
  });

  it.each(othersUrls)('refuses %j', (url) => {
    expect(isOurs(url)).toBe(false);
  });
});
