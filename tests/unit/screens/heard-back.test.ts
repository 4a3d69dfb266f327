import { describe, expect, it } from 'vitest';
import { type Heard, heardBackLine, noAnswerWords } from '../../../renderer/concerns/heard-back-words.ts';
import { mostWords, phoneScript } from '../../../renderer/concerns/phone-script.ts';
import { lateDecisionsSentence } from '../../../renderer/today/late-decisions-words.ts';
import type { Instant, IsoDate } from '../../../shared/domain/calendar.ts';
import type { StaffId } from '../../../shared/domain/ids.ts';

/** By the clock of the computer, whatever its time zone. */
const now = new Date('2026-11-24T17:00:00');
const moment = (text: string) => new Date(`${text}:00`).toISOString() as Instant;
const lead = 'lead' as StaffId; // `as`: only ever looked up.
const around = { nameOf: () => 'Dr X', now, closed: false };
const tomorrow = { step: 'decide', by: moment('2026-11-25T18:30'), on: '2026-11-25' as IsoDate } as const; // `as`: a day.
const soon = { step: 'acknowledge', by: moment('2026-11-24T17:20'), on: null } as const;
const told = { who: 'Dr X', at: moment('2026-11-24T16:25') };
const read = { staff: lead, at: moment('2026-11-24T16:40') };
const waiting: Heard = {
  due: tomorrow,
  raisedAt: moment('2026-11-24T16:20'),
  acknowledgedAt: null,
  heardBack: { told, read, answers: [] },
};
const heard = (more: Partial<Heard['heardBack']>, due: Heard['due'] = tomorrow): Heard => ({
  ...waiting,
  due,
  heardBack: { ...waiting.heardBack, ...more },
});
const decided = {
  kind: 'decided',
  decision: 'internal-action',
  at: moment('2026-11-24T16:50'),
  by: lead,
  words: 'I ring him on Thursday.',
} as const;

describe('the line of whoever raised it', () => {
  it.each([
    [waiting, 'Told 4:25pm, read by Dr X 4:40pm, decision due tomorrow'],
    [heard({ read: null }), 'Told 4:25pm, not read yet, decision due tomorrow'],
    [heard({ read: null }, soon), 'Told 4:25pm, not read yet, answer due by 5:20pm today'],
    [heard({ told: null }), 'Nobody is recorded as told, read by Dr X 4:40pm, decision due tomorrow'],
    [heard({ answers: [decided] }), 'Decided today, 4:50pm: act within the practice. I ring him on Thursday.'],
    [heard({ answers: [{ ...decided, words: null }] }), 'Decided today, 4:50pm: act within the practice'],
    [
      heard({ answers: [decided, { kind: 'reopened', at: moment('2026-11-24T16:55'), by: lead, words: null }] }),
      'Reopened today, 4:55pm, decision due tomorrow',
    ],
  ])('%#: %s', (one, words) => {
    expect(heardBackLine(one, around)).toEqual({ words, late: false });
  });

  it('says nothing is due while the practice is closed, but always what is late', () => {
    const closed = { ...around, closed: true };
    expect(heardBackLine(waiting, closed).words).toBe('Told 4:25pm, read by Dr X 4:40pm');
    const late = { step: 'decide', by: moment('2026-11-24T14:00'), on: null } as const;
    expect(heardBackLine(heard({}, late), closed)).toEqual({
      words: 'Told 4:25pm, read by Dr X 4:40pm, decision 3 hours late',
      late: true,
    });
  });

  it('says how long nobody answered, until somebody acknowledges or decides', () => {
    expect(noAnswerWords(waiting, now)).toBeNull();
    const evening = new Date('2026-11-24T19:30:00');
    expect(noAnswerWords(waiting, evening)).toBe('No answer for 3 hours.');
    expect(noAnswerWords({ ...waiting, acknowledgedAt: read.at }, evening)).toBeNull();
    expect(noAnswerWords(heard({ answers: [decided] }), evening)).toBeNull();
  });
});

it('a manager is told how many wait and how long, and nothing else', () => {
  expect(lateDecisionsSentence(1, '5 days')).toBe('1 concern has waited 5 days for a decision');
  expect(lateDecisionsSentence(2, '5 days')).toBe('2 concerns have waited for a decision, the oldest for 5 days');
});

type Page = Parameters<typeof phoneScript>[0];

describe('what to say on the phone', () => {
  const caller = { name: 'Amina Q.', now, categorySentence: () => 'Child criminal or sexual exploitation' };
  const page = (dangerNow: 'yes' | 'no', raisedAt: Instant): Page =>
    ({
      reference: 'C-7F3K2Q',
      due: tomorrow,
      state: { raised: { dangerNow, categories: ['child-exploitation', 'domestic'] }, raisedAt, acknowledgedAt: null },
    }) as unknown as Page; // `as`: what the script reads of a concern.

  it('is half a minute at most, and says when, which one and what is needed', () => {
    for (const dangerNow of ['yes', 'no'] as const) {
      for (const raisedAt of [waiting.raisedAt, moment('2026-11-03T16:20')]) {
        const said = phoneScript(page(dangerNow, raisedAt), { ...caller, name: 'Dr Hildegard Ashdown-Pike' }).join(' ');
        expect(said.split(/\s+/).length).toBeLessThan(mostWords);
        expect(said).toContain('reference C-7F3K2Q');
      }
    }
    const said = phoneScript(page('no', waiting.raisedAt), caller).join(' ');
    expect(said).toContain('that I raised at 4:20pm today');
    expect(said).toContain('what happens next by the end of tomorrow');
  });
});
