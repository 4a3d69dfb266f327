import type { InputOf } from '../../shared/contract/call.ts';
import { concernCalls } from '../../shared/contract/concerns.ts';
import { dayInEngland, daysAhead, type IsoDate, instantOf } from '../../shared/domain/calendar.ts';
import { type CategoryGroup, type ConcernCategory, categoryGroups } from '../../shared/domain/concern-categories.ts';
import { firstMinuteProblems } from '../../shared/domain/first-minute.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { nhsNumber, wrongRange } from '../../shared/domain/nhs-number.ts';
import { needsTakeover } from '../../shared/domain/takeover.ts';
import { blankPerson, detailsFrom, noPractice, type PersonValues, personProblems } from '../people/person-values.ts';
import { blankDate, type DateParts, isoOf } from '../ui/forms/dates.ts';
import { blankCameIn, type CameInValues, type Colleague, readCameIn } from './came-in-form.ts';
import { blankRestricted, type RestrictedValues } from './restricted/restricted-form.ts';
import { blankSafeContact, readSafeContact, type SafeContactValues } from './safe-contact-form.ts';
import { blankTelling, continuedTelling, readTelling, type TellingValues } from './telling-form.ts';
import type { ChildOrAdult, DangerNow, Know, When } from './words.ts';

export type RaiseInput = InputOf<typeof concernCalls.raise>;

/** Whom a concern is about: somebody found in the log, or somebody who is added with it. */
export type Who = 'in-log' | 'new' | 'not-identified' | 'unborn';

/** A practice that is none of the log's, and somebody who has none. */
export const noPracticeAtAll = 'not-registered';

/** What the boxes of the form hold, as typed. A draft keeps the same. */
export interface RaiseValues extends CameInValues, SafeContactValues {
  dangerNow: '' | DangerNow;
  who: Who;
  person: string;
  /** Somebody who is not in the log. */
  added: PersonValues;
  /** Asked where their age is not known. */
  childOrAdult: '' | ChildOrAdult;
  categories: Record<CategoryGroup, string[]>;
  what: string;
  ownWords: string;
  opinion: string;
  when: '' | When;
  happenedOn: DateParts;
  know: '' | Know;
  toldBy: string;
  /** Asked when somebody has to own the next step at once. */
  takeover: { state: '' | 'somebody' | 'nobody-yet'; told: TellingValues };
  told: TellingValues[];
  /** Asked of a restricted concern alone. */
  restricted: RestrictedValues;
}

export const blankRaise: RaiseValues = {
  dangerNow: '',
  who: 'in-log',
  person: '',
  added: blankPerson,
  childOrAdult: '',
  categories: { adult: [], child: [], theme: [], other: [] },
  what: '',
  ownWords: '',
  opinion: '',
  when: '',
  happenedOn: { ...blankDate },
  know: '',
  toldBy: '',
  takeover: { state: '', told: { ...blankTelling } },
  told: [],
  restricted: blankRestricted,
  ...blankCameIn,
  ...blankSafeContact,
};

export function chosenCategories({ categories }: Pick<RaiseValues, 'categories'>): string[] {
  return categoryGroups.flatMap((group) => categories[group]);
}

/** Kinds in the groups of today, wherever an older draft kept them. */
function inGroups(chosen: readonly string[], all: readonly ConcernCategory[]): RaiseValues['categories'] {
  const ofGroup = (group: CategoryGroup): string[] =>
    all.filter((one) => one.group === group && chosen.includes(one.id)).map(({ id }) => id);
  return { adult: ofGroup('adult'), child: ofGroup('child'), theme: ofGroup('theme'), other: ofGroup('other') };
}

/** The values of a draft, as they can be shown today. */
export function continuedRaise(
  values: RaiseValues,
  known: readonly ConcernCategory[],
  now: Date = new Date(),
): RaiseValues {
  const { takeover, told, categories } = values;
  return {
    ...blankRaise,
    ...values,
    categories: inGroups(Object.values(categories).flat(), known),
    takeover: { ...takeover, told: continuedTelling(takeover.told, now) },
    told: told.map((one) => continuedTelling(one, now)),
  };
}

const standings = { 'not-identified': 'not-yet-identified', unborn: 'unborn' } as const;

/** Only of somebody who is known can it be known that they have no practice: of anybody else it is asked again. */
function practiceOf({ who, added: { practice } }: Pick<RaiseValues, 'who' | 'added'>): string {
  if (practice !== noPracticeAtAll) return practice;
  return who === 'new' ? noPractice : '';
}

/** The boxes about somebody new, as the People screens hold them. */
export function addedPerson({ who, added }: Pick<RaiseValues, 'who' | 'added'>): PersonValues {
  const unregistered = who === 'new' && added.practice === noPracticeAtAll;
  const standing = who === 'not-identified' || who === 'unborn' ? standings[who] : undefined;
  return {
    ...added,
    standing: standing ?? (unregistered ? 'unregistered' : 'registered'),
    practice: practiceOf({ who, added }),
    knowsNumber: standing === undefined && added.nhsNumber.trim() !== '' ? 'yes' : 'no',
  };
}

/** A few words by which the author finds a draft again. */
export function labelOf(values: RaiseValues, nameInLog: string | undefined): string {
  if (values.who === 'in-log') return nameInLog ?? '';
  const { givenName, familyName, description } = values.added;
  const name = values.who === 'unborn' ? '' : `${givenName} ${familyName}`.trim();
  return name === '' ? (description.split('\n')[0] ?? '') : name;
}

type Problems = ReadonlyMap<string, string>;

export interface ReadRaise {
  /** What the log takes; null while something is wrong. */
  readonly input: RaiseInput | null;
  /** A sentence for each field of the form. */
  readonly problems: Problems;
}

export interface Reading {
  readonly now: Date;
  readonly demo: boolean;
  /** The kinds of concern of this log. */
  readonly known: readonly ConcernCategory[];
  readonly colleague: Colleague;
  /** When somebody who is in the log was born, where that is known. */
  readonly born?: string | undefined;
}

interface Told {
  readonly at: string;
  readonly values: TellingValues;
}

/** Everybody who was told, with where in the form it stands. */
function tellingsOf(values: RaiseValues): readonly Told[] {
  const somebody = needsTakeover(chosenCategories(values)) && values.takeover.state === 'somebody';
  const taken = { ...values.takeover.told, reached: 'yes', tookOver: 'yes' } as const;
  return [
    ...(somebody ? [{ at: 'takeover.told', values: taken }] : []),
    ...values.told.map((told, index) => ({ at: `told.${index}`, values: told })),
  ];
}

function problemsOfPerson(values: RaiseValues, { now, demo }: Reading): readonly (readonly [string, string])[] {
  if (values.who === 'in-log') return values.person === '' ? [['person', 'Select the person, or add someone new']] : [];
  const person = addedPerson(values);
  const { dateOfBirth } = detailsFrom(person);
  const number = person.knowsNumber === 'yes' ? nhsNumber.safeParse(person.nhsNumber) : undefined;
  const range = number?.success ? wrongRange(number.data, demo) : null;
  const nameless = values.who === 'new' && `${person.givenName}${person.familyName}`.trim() === '';
  return Object.entries({
    ...(nameless && { familyName: 'Enter a name' }),
    ...(number?.success === false && { nhsNumber: number.error.issues[0]?.message ?? '' }),
    ...(range !== null && { nhsNumber: range }),
    ...(isoOf(person.dateOfBirth) !== 'wrong' && daysAhead({ dateOfBirth }, dayInEngland(now))),
    ...personProblems(person),
  }).map(([field, message]) => [`added.${field}`, message] as const);
}

/** Where in the form the log's sentence about a part of the input belongs. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [first = 'person', second, third] = path.map(String);
  if (first === 'about') return third === undefined ? 'person' : `added.${third}`;
  if (first === 'facts') return second ?? 'what';
  if (first === 'recordedFor' || first === 'lateEntry')
    return second === 'writtenOn' ? 'lateEntry.day' : `${first}.${second}`;
  return first;
}

/** What was known from the first minute beyond the facts: what they said, what somebody thinks. */
function factsOf({ ownWords, opinion }: Pick<RaiseValues, 'ownWords' | 'opinion'>): Pick<RaiseInput, 'facts'> {
  const facts = { ...(ownWords.trim() !== '' && { ownWords }), ...(opinion.trim() !== '' && { opinion }) };
  return Object.keys(facts).length === 0 ? {} : { facts };
}

/** When the person was born, as far as the form or the log knows. */
function bornOf({ who, added }: RaiseValues, born: string | undefined): string | undefined {
  if (who === 'in-log') return born;
  const typed = isoOf(added.dateOfBirth);
  return who === 'unborn' || typed === null || typed === 'wrong' ? undefined : typed;
}

function inputOf(values: RaiseValues, told: RaiseInput['told']): RaiseInput {
  const { dangerNow, who, person, what, when, know, toldBy, childOrAdult } = values;
  const happenedOn = isoOf(values.happenedOn) as IsoDate | null; // `as`: what is no day is named by the schema.
  return {
    about: who === 'in-log' ? { person: person as PersonId } : { details: detailsFrom(addedPerson(values)) },
    dangerNow,
    categories: chosenCategories(values),
    what,
    know,
    when,
    ...(know === 'somebody-else-told-me' && toldBy.trim() !== '' && { toldBy }),
    ...(when === 'on-that-day' && happenedOn !== null && { happenedOn }),
    told,
    ...factsOf(values),
    ...(childOrAdult !== '' && { childOrAdult }),
    ...readSafeContact(values, chosenCategories(values)),
  } as RaiseInput; // `as`: answers may still be missing; the contract's own schema is asked next.
}

/** What was typed as the log takes it, and all that is wrong with it at once: by the contract's schema and the command's rules. */
export function readRaise(values: RaiseValues, clock: Reading): ReadRaise {
  const tellings = tellingsOf(values);
  const read = tellings.map(({ values: told }) => readTelling(told, clock.now, told.tookOver === 'yes'));
  const cameIn = readCameIn(values, clock.colleague);
  const first = inputOf(
    values,
    read.map(({ told }) => told),
  );
  const input = { ...first, ...cameIn.input };
  const issues = concernCalls.raise.input.safeParse(input).error?.issues ?? [];
  const surroundings = {
    today: dayInEngland(clock.now),
    now: instantOf(clock.now),
    known: clock.known,
    born: bornOf(values, clock.born),
  };
  const undecided = needsTakeover(input.categories) && values.takeover.state === '';
  const found = [
    ...problemsOfPerson(values, clock),
    ...read.flatMap(({ problems }, index) =>
      Object.entries(problems).map(([field, message]) => [`${tellings[index]?.at}.${field}`, message] as const),
    ),
    ...(undecided ? [['takeover.state', 'Select who has taken over, or that nobody has yet'] as const] : []),
    // What is wrong with the tellings has been said above, in words about what was typed.
    ...issues
      .filter(({ path }) => path[0] !== 'told' || path.length === 1)
      .map(({ path, message }) => [fieldOf(path), message] as const),
    ...Object.entries(firstMinuteProblems({ ...input, told: [] }, surroundings)).map(
      ([field, message]) => [fieldOf(field.split('.')), message] as const,
    ),
    ...Object.entries(cameIn.problems),
  ];
  const problems = new Map<string, string>();
  for (const [field, message] of found) if (!problems.has(field)) problems.set(field, message);
  return { input: problems.size === 0 ? input : null, problems };
}
