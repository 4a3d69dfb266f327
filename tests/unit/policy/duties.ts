import type { Instant } from '../../../shared/domain/calendar.ts';
import type { ContentOf } from '../../../shared/events/index.ts';

type Sharing = Omit<ContentOf<'concern.sharing-decided'>, 'v'>;
type Report = Omit<ContentOf<'concern.report-recorded'>, 'v'>;

export function sharingContent(change: Partial<Sharing> = {}): Sharing {
  return {
    shared: true,
    with: 'Adult social care',
    grounds: ['public-interest'],
    forChild: false,
    detriment: undefined,
    why: 'Others buy from the same people.',
    told: 'yes',
    toldWhy: undefined,
    ...change,
  };
}

export function reportContent(change: Partial<Report> = {}): Report {
  return {
    duty: 'child-sexual',
    reporter: 'Dr M Fenwick-Oye',
    at: '2026-10-01T09:00:00.000Z' as Instant, // `as`: a moment that exists.
    reportedTo: 'police',
    theirReference: undefined,
    ...change,
  };
}
