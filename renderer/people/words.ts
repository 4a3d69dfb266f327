import type { Standing } from './person-values.ts';

/** "How well is this person known?" */
export const standingWords = {
  registered: 'Registered with a GP practice',
  unregistered: 'Not registered with a GP practice',
  'not-yet-identified': 'Not yet identified',
  unborn: 'An unborn baby',
} as const satisfies Record<Standing, string>;
