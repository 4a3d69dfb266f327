import { describe, expect, it } from 'vitest';
import type { Instant, IsoDate } from '../../../shared/domain/calendar.ts';
import { codesFor, codeText, gpRecordCodesAtFirst, isDueInGpRecord } from '../../../shared/domain/gp-record.ts';
import { settingChange } from '../../../shared/events/register.ts';

const { codes } = gpRecordCodesAtFirst;

describe('the codes for the GP record', () => {
  it('that the log comes with can be saved as they are', () => {
    expect(() => settingChange.parse({ setting: 'gp-record-codes', value: gpRecordCodesAtFirst })).not.toThrow();
  });

  it('are offered for an adult or a child, their own first', () => {
    expect(codesFor(codes, 'child').map((code) => code.for)).toEqual(['child', 'child', 'any', 'any', 'any']);
    expect(codesFor(codes, 'adult')[0]).toMatchObject({ code: '766561000000109', for: 'adult' });
  });

  it('are all offered where the age is not known', () => {
    expect(codesFor(codes, null)).toEqual(codes);
  });

  it('stand in an entry with their words', () => {
    expect(codeText({ code: '417430008', term: 'Vulnerable adult (finding)' })).toBe(
      '417430008 Vulnerable adult (finding)',
    );
  });

  it.each([
    [{ code: '12', term: 'Too short', for: 'any' }],
    [{ code: '766561000000109x', term: 'A letter', for: 'any' }],
    [{ code: '766561000000109', term: ' ', for: 'any' }],
  ])('are refused when they are none: %o', (code) => {
    const value = { codes: [code], checkedOn: null };
    expect(settingChange.safeParse({ setting: 'gp-record-codes', value }).success).toBe(false);
  });
});

it.each([
  ['2026-11-21', false],
  ['2026-11-22', false],
  ['2026-11-23', true],
  ['2026-12-01', true],
])('a concern of the evening of 21 November should stand in the GP record after 2 days: on %s, %s', (today, due) => {
  // `as`: these are their forms.
  expect(isDueInGpRecord('2026-11-21T22:30:00.000Z' as Instant, 2, today as IsoDate)).toBe(due);
});
