import type { InputOf } from '../../../shared/contract/call.ts';
import type { Contract } from '../../../shared/contract/index.ts';
import type { StaffId } from '../../../shared/domain/ids.ts';
import { blankCameIn, type Colleague } from '../came-in-form.ts';
import type { RaiseInput, RaiseValues } from '../raise-form.ts';

export type RestrictedInput = InputOf<Contract['restricted']['raise']>;
type Half = RestrictedInput['holdsHalf'];

/** Who must not see a restricted concern and who will, as ticked. */
export interface RestrictedValues {
  keptFrom: string[];
  readers: string[];
  holdsHalf: '' | Half;
}

export const blankRestricted: RestrictedValues = { keptFrom: [], readers: [], holdsHalf: '' };

export const halfWords = { yes: 'Yes', no: 'No', 'not-sure': 'I am not sure' } as const satisfies Record<Half, string>;

type Problems = readonly (readonly [field: 'restricted.readers' | 'restricted.holdsHalf', message: string])[];

/** What is wrong with the answers, a sentence for each field. Nobody has to be named: nobody can stop a report. */
export function restrictedProblems({ keptFrom, holdsHalf }: RestrictedValues): Problems {
  if (keptFrom.length > 0 && holdsHalf === '')
    return [['restricted.holdsHalf', 'Select if one of them holds half of the recovery key']];
  return [];
}

/** Of whom an ordinary draft was recorded for, as somebody says it. */
function recordedForWords({ recordedFor }: RaiseValues, colleague: Colleague): string {
  const { whom, staff, name, role } = recordedFor;
  const who = whom === 'colleague' && staff !== '' ? colleague(staff as StaffId) : { name, role }; // `as`: the options are ids of staff.
  return [who.name, who.role].filter((one) => one.trim() !== '').join(', ');
}

/**
 * The words of an ordinary draft, gone on with as a restricted concern. That is recorded for nobody: whoever it was to be
 * recorded for stands in it as the one who told.
 */
export function carriedOver(typed: RaiseValues, colleague: Colleague): RaiseValues {
  const values = { ...typed, recordedFor: blankCameIn.recordedFor, keepSafeContact: [] };
  const { whom } = typed.recordedFor;
  const teller = whom === 'colleague' || whom === 'somebody-else' ? recordedForWords(typed, colleague) : '';
  if (teller === '') return values;
  const before = values.know === 'somebody-else-told-me' ? values.toldBy.trim() : '';
  const toldBy = before === '' ? teller : `${teller}, who was told by ${before}`;
  return { ...values, know: 'somebody-else-told-me', toldBy };
}

/** How to contact them safely is an answer of the concern alone, and stands in no details that others read. */
function withSafeContact({ facts, safeContact }: RaiseInput): Pick<RestrictedInput, 'facts'> {
  if (safeContact === undefined) return facts === undefined ? {} : { facts };
  return { facts: { ...facts, safeToContact: safeContact } };
}

/** The first minute as a restricted concern takes it: it changes no other record, and is written down for nobody. */
export function restrictedInput(
  input: RaiseInput,
  { keptFrom, readers, holdsHalf }: RestrictedValues,
): RestrictedInput {
  const { safeContact: _safe, keepSafeContact: _keep, recordedFor: _for, ...asked } = input;
  return {
    ...asked,
    ...withSafeContact(input),
    keptFrom: keptFrom as StaffId[], // `as`: the options are ids of staff.
    readers: readers.filter((staff) => !keptFrom.includes(staff)) as StaffId[], // `as`: the same.
    holdsHalf: keptFrom.length === 0 || holdsHalf === '' ? 'no' : holdsHalf,
  };
}
