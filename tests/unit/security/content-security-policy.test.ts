import { expect, it } from 'vitest';
import { securityHeaders } from '../../../electron/security/content-security-policy.ts';

const policy = new Map(
  (securityHeaders['content-security-policy'] ?? '').split('; ').map((directive) => {
    const [name = '', ...values] = directive.split(' ');
    return [name, values.join(' ')];
  }),
);

it('is exactly the policy of the design, directive by directive', () => {
  expect(Object.fromEntries(policy)).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'none'",
    'frame-src': "'none'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
  });
});

it('names no host, no scheme but data: for images, and nothing unsafe', () => {
  const sources = [...policy.values()].flatMap((values) => values.split(' '));
  expect(new Set(sources)).toEqual(new Set(["'none'", "'self'", 'data:', "'script'"]));
});

it('comes with the headers that keep pages apart and nothing on the disk', () => {
  const { 'content-security-policy': _, ...others } = securityHeaders;
  expect(others).toEqual({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=(), display-capture=()',
    'cache-control': 'no-store',
  });
});
