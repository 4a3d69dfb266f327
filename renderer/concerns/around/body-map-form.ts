import type { InputOf } from '../../../shared/contract/call.ts';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import type { Contract } from '../../../shared/contract/index.ts';
import { bodyRegions } from '../../../shared/domain/body-regions.ts';
import { readTime } from '../../../shared/domain/typed-time.ts';
import { bodyMap } from '../../../shared/events/concern-around.ts';
import { blankDate, type DateParts, isoOf } from '../../ui/forms/dates.ts';
import { dayProblem } from './checklist-form.ts';
import type { AroundValues, Read } from './in-concern.tsx';
import type { Saw } from './words.ts';

export type BodyMapInput = InputOf<Contract['concerns']['recordBodyMap']>['map'];

/** What the boxes about one region hold, as typed. */
export interface MarkValues {
  what: string;
  size: string;
  colour: string;
  shape: string;
}

/** What the boxes of the form hold, as typed. */
export interface BodyMapValues extends AroundValues {
  /** Regions that are ticked, by their ids. */
  front: string[];
  back: string[];
  /** By region; of one that is not ticked nothing is read. */
  marks: Record<string, MarkValues>;
  saw: '' | Saw;
  on: DateParts;
  time: string;
  present: string;
  statement: string;
}

export function blankBodyMap({ concern }: Pick<ConcernPage, 'concern'>): BodyMapValues {
  return {
    concern,
    part: 'body-map',
    front: [],
    back: [],
    marks: Object.fromEntries(bodyRegions.map(({ id }) => [id, { what: '', size: '', colour: '', shape: '' }])),
    saw: '',
    on: { ...blankDate },
    time: '',
    present: '',
    statement: '',
  };
}

/** The regions that are ticked, in the order of the page. */
export function tickedIn({ front, back }: Pick<BodyMapValues, 'front' | 'back'>): readonly string[] {
  return [...front, ...back];
}

/** What was typed as the log takes it, and all that is wrong with it at once. */
export function readBodyMap(values: BodyMapValues): Read<BodyMapInput> {
  const { marks, saw, present, statement } = values;
  const ticked = tickedIn(values);
  const on = isoOf(values.on);
  const time = values.time.trim() === '' ? null : readTime(values.time);
  const said = {
    regions: ticked.map((region) => ({ region, ...marks[region] })),
    saw,
    on: on ?? '',
    ...(time !== null && 'time' in time && time),
    present,
    statement,
  } as BodyMapInput; // `as`: answers may still be missing; the log's own schema is asked next.
  const day = dayProblem(on, 'Enter the day on which you saw it');
  const issues = bodyMap.safeParse(said).error?.issues ?? [];
  const wrong = issues.map(({ path: [field, place, part], message }) => {
    if (field !== 'regions') return [String(field), message] as const;
    const region = typeof place === 'number' ? ticked[place] : undefined;
    return [region === undefined ? 'front' : `marks.${region}.${String(part)}`, message] as const;
  });
  return {
    said,
    problems: [
      ...wrong.filter(([field]) => field !== 'on'),
      ...(day === null ? [] : [['on', day] as const]),
      ...(time !== null && 'problem' in time ? [['time', time.problem] as const] : []),
    ],
  };
}
