import type { InputOf } from '../../../shared/contract/call.ts';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import type { Contract } from '../../../shared/contract/index.ts';
import type { IsoDate } from '../../../shared/domain/calendar.ts';
import type { PersonId, PracticeId } from '../../../shared/domain/ids.ts';
import { placedPerson } from '../../../shared/events/concern-around.ts';
import { blankDate, type DateParts, isoOf, partsOf } from '../../ui/forms/dates.ts';
import type { AroundValues, Read } from './in-concern.tsx';
import type { Known, Placed, PlacedRole } from './words.ts';

export type PlaceInput = InputOf<Contract['concerns']['placePerson']>['placed'];

/** How somebody is named. */
export type Named = 'in-log' | 'by-name' | 'not-known';

/** What the boxes of the form hold, as typed. */
export interface PlaceValues extends AroundValues {
  /** The entry that is corrected, if one is. */
  placed: string;
  role: '' | PlacedRole;
  named: '' | Named;
  inLog: string;
  name: string;
  whyNotKnown: string;
  relationship: string;
  dateOfBirth: DateParts;
  age: string;
  address: string;
  livesWithPerson: '' | Known;
  knowsOfConcern: '' | Known;
  /** An id, or one of `noPracticeHere` and none. */
  practice: string;
  parentalResponsibility: '' | Known;
}

export const noPracticeHere = 'not-in-this-log';

export function blankPlaced({ concern }: Pick<ConcernPage, 'concern'>): PlaceValues {
  return {
    concern,
    part: 'people',
    placed: '',
    role: '',
    named: '',
    inLog: '',
    name: '',
    whyNotKnown: '',
    relationship: '',
    dateOfBirth: { ...blankDate },
    age: '',
    address: '',
    livesWithPerson: '',
    knowsOfConcern: '',
    practice: '',
    parentalResponsibility: '',
  };
}

/** What an entry says, to be corrected. */
export function valuesOf(page: Pick<ConcernPage, 'concern'>, placed: Placed): PlaceValues {
  const { role, name = '', whyNotKnown = '', inLog = '', relationship = '', age = '', address = '' } = placed;
  return {
    ...blankPlaced(page),
    role,
    name,
    whyNotKnown,
    inLog,
    relationship,
    age,
    address,
    placed: placed.event,
    named: inLog !== '' ? 'in-log' : name === '' ? 'not-known' : 'by-name',
    dateOfBirth: partsOf(placed.dateOfBirth),
    livesWithPerson: placed.livesWithPerson,
    knowsOfConcern: placed.knowsOfConcern,
    practice: placed.practice === null ? noPracticeHere : (placed.practice ?? ''),
    parentalResponsibility: placed.parentalResponsibility ?? '',
  };
}

/** Whether the form asks who has parental responsibility. */
export function asksParentalResponsibility(role: PlaceValues['role']): boolean {
  return role === 'parent-or-carer' || role === 'household' || role === 'source-of-harm';
}

/** Of somebody who comes for work, only who they are is asked. */
export function isForWork(role: PlaceValues['role']): boolean {
  return role === 'professional';
}

function nameOf({ named, inLog, name, whyNotKnown }: PlaceValues) {
  if (named === 'in-log') return { inLog: inLog as PersonId, ...(name.trim() !== '' && { name }) }; // `as`: chosen from what the log found.
  return named === 'by-name' ? { name } : { whyNotKnown };
}

function practiceIn(practice: string) {
  if (practice === '') return {};
  return { practice: practice === noPracticeHere ? null : (practice as PracticeId) }; // `as`: the options are ids.
}

function nameProblem({ named, inLog, name, whyNotKnown }: PlaceValues): readonly (readonly [string, string])[] {
  if (named === '') return [['named', 'Select if you know who they are']];
  if (named === 'in-log') return inLog === '' ? [['inLog', 'Select the person from the list']] : [];
  if (named === 'by-name') return name.trim() === '' ? [['name', 'Enter their name']] : [];
  return whyNotKnown.trim() === '' ? [['whyNotKnown', 'Enter why it is not known']] : [];
}

/** What was typed as the log takes it, and all that is wrong with it at once. */
export function readPlaced(values: PlaceValues): Read<PlaceInput> {
  const { role, relationship, age, address, parentalResponsibility } = values;
  const born = isoOf(values.dateOfBirth);
  const atWork = isForWork(role);
  const said = {
    role,
    ...nameOf(values),
    relationship,
    ...(born !== null && { dateOfBirth: born as IsoDate }), // `as`: what is no day is named below.
    age,
    address,
    livesWithPerson: atWork ? 'not-known' : values.livesWithPerson,
    knowsOfConcern: values.knowsOfConcern,
    ...practiceIn(values.practice),
    ...(asksParentalResponsibility(role) && parentalResponsibility !== '' && { parentalResponsibility }),
  } as PlaceInput; // `as`: answers may still be missing; the log's own schema is asked next.
  const ours = nameProblem(values);
  const issues = placedPerson.safeParse(said).error?.issues ?? [];
  const named = new Set(['name', 'inLog', 'whyNotKnown']);
  const theirs = issues
    .filter(({ path: [field] }) => ours.length === 0 || !named.has(String(field)))
    .map(
      ({ path: [field], message }) =>
        [
          String(field),
          born === 'wrong' && field === 'dateOfBirth' ? 'Enter a real date, such as 23 November 1990' : message,
        ] as const,
    );
  return { said, problems: [...ours, ...theirs] };
}
