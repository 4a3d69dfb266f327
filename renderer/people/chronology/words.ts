import type { ContentOf } from '../../../shared/events/index.ts';

type Impact = ContentOf<'person.event-added'>['impact'];

export const impactWords = {
  positive: 'For the better',
  negative: 'For the worse',
  neutral: 'Neither',
} as const satisfies Record<Impact, string>;
