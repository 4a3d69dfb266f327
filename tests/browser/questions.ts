import type { Contract } from '../../shared/contract/index.ts';
import type { dayInEngland } from '../../shared/domain/calendar.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import type { referenceOf } from '../../shared/domain/reference.ts';

interface Shared {
  readonly contract: Contract;
  readonly dayInEngland: typeof dayInEngland;
  readonly referenceOf: typeof referenceOf;
}

const person = {
  standing: 'registered',
  givenName: ' Zoë\r\n',
  familyName: 'Wiśniewska',
  nhsNumber: '999 012 3012',
  dateOfBirth: '2000-02-29',
  practice: null,
};
const inputs: readonly (readonly [keyof Contract['people'], unknown])[] = [
  ['add', { details: person }],
  ['add', { details: { ...person, nhsNumber: '999 012 3013' } }],
  ['add', { details: { ...person, dateOfBirth: '2001-02-29' } }],
  ['add', { details: { ...person, givenName: 'half \ud83d' } }],
  ['find', { words: '' }],
];

/** The same questions put to the same code in Node and in a browser. */
export function answers({ contract, dayInEngland: day, referenceOf: reference }: Shared): string {
  const parsed = inputs.map(([call, input]) => {
    const { success, data, error } = contract.people[call].input.safeParse(input);
    return success ? data : error.issues.map(({ path, message }) => [path.join('.'), message]);
  });
  const days = ['2026-03-29T00:30:00Z', '2026-06-30T23:30:00Z', '2026-12-31T23:59:59Z'].map((at) => day(new Date(at)));
  return JSON.stringify({ parsed, days, reference: reference('C', 'AAECAwQFBgcICQoLDA0ODw' as ThreadId) });
}
