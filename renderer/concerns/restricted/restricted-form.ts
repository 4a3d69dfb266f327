import type { InputOf } from '../../../shared/contract/call.ts';
import type { Contract } from '../../../shared/contract/index.ts';
import type { StaffId } from '../../../shared/domain/ids.ts';
import type { RaiseInput } from '../raise-form.ts';

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

/** The first minute as a restricted concern takes it: it changes no other record, and is written down for nobody. */
export function restrictedInput(
  input: RaiseInput,
  { keptFrom, readers, holdsHalf }: RestrictedValues,
): RestrictedInput {
  const { safeContact: _safe, keepSafeContact: _keep, recordedFor: _for, ...asked } = input;
  return {
    ...asked,
    keptFrom: keptFrom as StaffId[], // `as`: the options are ids of staff.
    readers: readers.filter((staff) => !keptFrom.includes(staff)) as StaffId[], // `as`: the same.
    holdsHalf: keptFrom.length === 0 || holdsHalf === '' ? 'no' : holdsHalf,
  };
}
