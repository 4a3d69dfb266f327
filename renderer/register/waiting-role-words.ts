import type { StaffId } from '../../shared/domain/ids.ts';

const orWords = new Intl.ListFormat('en-GB', { type: 'disjunction' });

interface Names {
  readonly register: { readonly me: StaffId };
  readonly nameOf: (staff: StaffId) => string;
}

/** Who makes a role count that waits, as the log itself says; or what to do where nobody here can. */
export function whoConfirms(confirmers: readonly StaffId[], { nameOf, register }: Names): string {
  if (confirmers.length === 0) {
    return 'Nobody here can confirm it yet: add a supervisor or a second lead, or take it back on their page.';
  }
  const others = confirmers.filter((staff) => staff !== register.me).map(nameOf);
  const names = others.length < confirmers.length ? ['you', ...others] : others;
  return `It counts once ${orWords.format(names)} ${others.length === 0 ? 'confirm' : 'confirms'} it.`;
}
