import { roleLine, useSignedIn } from '../signed-in.tsx';
import type { Reading } from './raise-form.ts';

/** What the form of a concern is read with: everything but the time. */
export function useReading(): Omit<Reading, 'now'> {
  const { register, nameOf } = useSignedIn();
  return {
    demo: register.demo,
    known: register.settings.concernCategories,
    colleague: (staff) => {
      const line = register.staff.find((one) => one.staff === staff);
      return { name: nameOf(staff), role: line === undefined ? 'Colleague' : roleLine(register, line) };
    },
  };
}
