import type { EventId, StaffId } from '../../../shared/domain/ids.ts';
import type { ContentOf, ThreadEvent } from '../../../shared/events/index.ts';
import type { AroundType } from '../../../shared/policy/concern-around.ts';
import type { RegisterState } from '../../../shared/policy/register-state.ts';
import { alderfield, type EventMaker, staffOf } from '../../factories/events.ts';
import { Course } from './course.ts';
import { day, threads, walter } from './records.ts';

/** What is written about who else is in a concern and what was found, with `of` somebody who is in it. */
export const aroundContents = {
  'concern.person-placed': () => ({
    placed: {
      role: 'source-of-harm' as const,
      name: 'His nephew',
      whyNotKnown: undefined,
      relationship: 'Nephew',
      age: undefined,
      address: '4 Mill Lane',
      livesWithPerson: 'no' as const,
      knowsOfConcern: 'not-known' as const,
      practice: alderfield,
    },
  }),
  'concern.person-taken-out': (of: EventId) => ({ placed: of, why: 'It was another nephew.' }),
  'concern.risk-checklist-recorded': () => ({
    recorded: {
      checklist: 'DASH',
      scoredBy: 'K Adeyemi-Hart',
      scorersRole: 'Independent adviser',
      trained: 'yes' as const,
      on: day,
      total: '16',
      level: undefined,
      judgement: undefined,
      next: undefined,
    },
  }),
  'concern.body-map-recorded': () => ({
    map: {
      regions: [
        { region: 'front-left-ear', what: 'A mark below it', size: undefined, colour: undefined, shape: undefined },
      ],
      saw: 'could-be-seen' as const,
      on: day,
      present: 'He and I',
      statement: undefined,
    },
  }),
} satisfies { readonly [T in AroundType]: (of: EventId) => Omit<ContentOf<T>, 'v'> };

/** Each of them, on a concern in which somebody is already. */
export function aroundAttempts(make: EventMaker, register: RegisterState) {
  const attemptOf = (type: AroundType) => (actor: StaffId) => {
    const concern = new Course(make, register, staffOf('raiser'));
    const placed = concern.take('concern.person-placed', 'raiser', aroundContents['concern.person-placed']());
    const content = aroundContents[type](placed) as never; // `as`: the table pairs them.
    const where = { thread: threads.concern, about: walter };
    return { event: make.event(type, actor, where, content) as ThreadEvent, state: concern.state }; // `as`: one of them all.
  };
  return {
    'concern.person-placed': attemptOf('concern.person-placed'),
    'concern.person-taken-out': attemptOf('concern.person-taken-out'),
    'concern.risk-checklist-recorded': attemptOf('concern.risk-checklist-recorded'),
    'concern.body-map-recorded': attemptOf('concern.body-map-recorded'),
  };
}
