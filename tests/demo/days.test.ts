import { describe, expect, it } from 'vitest';
import { stories } from '../../electron/demo/data/stories.ts';
import { dated } from '../../electron/demo/days.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';

const leapDay = '2028-03-01' as IsoDate; // `as`: a day that exists.

describe('the days of the demo', () => {
  it('count from the day of loading, over the ends of months and years', () => {
    const days = ['D-1', 'D+1', 'D-61', 'D+0'] as const;
    expect(dated(days, leapDay)).toEqual(['2028-02-29', '2028-03-02', '2027-12-31', '2028-03-01']);
  });

  it('carry a time, and stand in sentences as people write them', () => {
    expect(dated({ at: 'D-1 09:40', what: 'Seen {D-1} and again {D+2}.' } as const, leapDay)).toEqual({
      at: '2028-02-29T09:40:00.000Z',
      what: 'Seen 29 February and again 3 March.',
    });
  });

  it('leave no day uncounted in any story', () => {
    expect(JSON.stringify(dated(stories, leapDay))).not.toMatch(/D[+-]\d/);
  });
});
