import { type Step, sitting } from '../steps.ts';

/** What was begun and left open. Only its author can ever read it. */
export const drafts: readonly Step[] = [
  ...sitting('D-20 12:00', 'tom', {
    do: 'draft',
    draft: 'tom-information',
    said: {
      kind: 'information',
      label: 'Danny Rook, what his aunt said',
      form: { note: 'Danny’s aunt rang: he left something at the flat and wants' },
    },
  }),
  ...sitting('D-3 12:10', 'amina', {
    do: 'draft',
    draft: 'amina-concern',
    said: {
      kind: 'concern',
      label: 'Olive Trent-Lacey, bruise',
      form: {
        dangerNow: 'no',
        what: 'Olive had a bruise on her forearm today. She says the garden gate. I want to ask',
      },
    },
  }),
  ...sitting('D-2 11:00', 'grace', {
    do: 'draft',
    draft: 'grace-referral',
    said: {
      kind: 'referral',
      label: 'Kayleigh D., food bank voucher desk',
      form: { to: 'Food bank voucher desk', ask: 'Vouchers for Kayleigh until the benefit letter is' },
    },
  }),
];
