import { expect, it } from 'vitest';
import { pagePath } from '../../../electron/page-path.ts';

const id = 'AAAAAAAAAAAAAAAAAAAAAA';

it.each([
  '/',
  '/people',
  `/concerns/${id}/decisions`,
  `/concerns/${id}/add?fact=danger&draft=${id}`,
  '/audit?when=dates&from=2026-11-01&to=2026-11-23&page=3',
  '/audit?what=concern.viewed',
  '/concerns/new?person=%221234567890123456789012%22',
])('keeps %s', (path) => expect(pagePath.safeParse(path).success).toBe(true));

it.each([
  '',
  'people',
  '//example.org',
  'https://example.org/',
  'javascript:alert(1)',
  '/people/../../etc',
  '/people/George Abbotswell',
  '/people/George%20Abbotswell',
  '/people?words=george%20abbotswell',
  '/people#George',
  '/people?',
  '/people?a',
  '/people?a=%3Cscript%3E',
  '/people\n',
  '/people\\x',
  `/${'a'.repeat(65)}`,
  `/people?a=${'b'.repeat(81)}`,
  `/${'a/'.repeat(7)}a`,
])('refuses %j', (path) => expect(pagePath.safeParse(path).success).toBe(false));
