import { codeText, gpRecordCodesAtFirst } from '../../../shared/domain/gp-record.ts';
import { type Step, sitting } from '../steps.ts';

const system = 'The practice’s GP system';

function code(wanted: string): string {
  const found = gpRecordCodesAtFirst.codes.find((one) => one.code === wanted);
  if (found === undefined) throw new Error('the demo copies with a code that is not on the list');
  return codeText(found);
}

const adult = code('766561000000109');
const child = code('836881000000105');

/** Copies to the GP record. Of the others nobody has written down that they stand there: Today says so. */
export const gpRecord: readonly Step[] = [
  ...sitting('D-42 17:10', 'fenwick', {
    do: 'copyToGpRecord',
    concern: 'walter',
    said: { system, on: 'D-42', code: adult, hiddenOnline: 'yes' },
  }),
  ...sitting('D-42 17:20', 'fenwick', {
    do: 'copyToGpRecord',
    concern: 'marcus',
    said: { system, on: 'D-42', code: adult, hiddenOnline: 'yes' },
  }),
  ...sitting('D-29 09:30', 'illing', {
    do: 'copyToGpRecord',
    concern: 'baby',
    said: { system, on: 'D-29', code: child, hiddenOnline: 'yes' },
  }),
  ...sitting('D-19 17:30', 'fenwick', {
    do: 'copyToGpRecord',
    concern: 'kieran',
    said: { system, on: 'D-19', hiddenOnline: 'not-possible' },
  }),
  ...sitting('D-3 15:50', 'fenwick', {
    do: 'copyToGpRecord',
    concern: 'leah',
    said: { system, on: 'D-3', code: adult, hiddenOnline: 'yes' },
  }),
];
