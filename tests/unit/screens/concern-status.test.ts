import { describe, expect, it } from 'vitest';
import {
  isDangerous,
  isWaiting,
  owesCall,
  type Standing,
  silenceOf,
} from '../../../renderer/concerns/concern-status.ts';
import { lowerFirst } from '../../../renderer/ui/lower-first.ts';

const at = '2026-10-01T08:00:00.000Z' as NonNullable<Standing['acknowledgedAt']>; // `as`: this is its form.
const unanswered = {
  stage: 'raised',
  decision: null,
  acknowledgedAt: null,
  dangerNow: 'no',
  told: false,
  practiceRun: false,
} as const;
const decided = { stage: 'internal-action', decision: 'internal-action' } as const;
const risk: Standing = { ...unanswered, tookOver: false };
const other: Standing = { ...risk, tookOver: null };

describe('the silence about somebody who may harm themselves', () => {
  it.each<[string, Partial<Standing>]>([
    ['nobody was told', {}],
    ['somebody was told', { told: true }],
    ['somebody acknowledged it', { told: true, acknowledgedAt: at }],
    ['something was decided', { told: true, acknowledgedAt: at, stage: 'triaged', decision: 'refer-outside' }],
    ['no further action was decided', { stage: 'closed', decision: 'no-further-action' }],
  ])('stands when %s, and the concern waits', (_what, more) => {
    expect(silenceOf({ ...risk, ...more })).toBe('nobody-took-over');
    expect(isWaiting({ ...risk, ...more })).toBe(true);
  });

  it('ends with a takeover', () => {
    expect(silenceOf({ ...risk, told: true, tookOver: true })).toBeNull();
    expect(isWaiting({ ...risk, told: true, tookOver: true, ...decided })).toBe(false);
  });
});

it.each(['duplicate', 'entered-in-error'] as const)('nobody is to be told of a concern that is %s', (stage) => {
  expect(silenceOf({ ...risk, stage })).toBeNull();
  expect(isWaiting({ ...risk, stage, dangerNow: 'yes' })).toBe(false);
  expect(isDangerous({ ...risk, stage, dangerNow: 'yes' })).toBe(false);
});

it('a concern that was reopened after no further action waits again', () => {
  expect(isWaiting({ ...other, stage: 'acknowledged', decision: 'no-further-action' })).toBe(true);
});

describe('the silence about anybody else', () => {
  it('ends when somebody was told, acknowledged it or decided', () => {
    expect(silenceOf(other)).toBe('nobody-told');
    for (const more of [{ told: true }, { acknowledgedAt: at }, { ...decided }]) {
      expect(silenceOf({ ...other, ...more })).toBeNull();
    }
    expect(isWaiting(other)).toBe(true);
    expect(isWaiting({ ...other, ...decided })).toBe(false);
  });
});

describe('the call to 999', () => {
  type State = Parameters<typeof owesCall>[0];
  const owed = (dangerNow: string, ...told: readonly object[]) => owesCall({ raised: { dangerNow }, told } as State); // `as`: what it asks of it.
  const told = { reached: true, how: 'phone' };

  it('is owed in danger until it was made or somebody has taken over', () => {
    expect(owed('yes')).toBe(true);
    expect(owed('yes', told, { reached: false, how: 'called-999' })).toBe(true);
    expect(owed('yes', told, { ...told, how: 'called-999' })).toBe(false);
    expect(owed('yes', { ...told, tookOver: true })).toBe(false);
  });

  it('is owed in no other case', () => {
    expect(owed('no')).toBe(false);
    expect(owed('not-sure')).toBe(false);
  });
});

it.each([
  ['By phone', 'by phone'],
  ['I am not sure', 'I am not sure'],
  ['In one week', 'in one week'],
  ['NHS number', 'NHS number'],
  ['Name', 'name'],
])('%s goes on in a sentence as %s', (words, inside) => {
  expect(lowerFirst(words)).toBe(inside);
});
