import { dayAfter, dayInEngland, type IsoDate } from '../domain/calendar.ts';
import type { ContactKind } from '../domain/contact-kinds.ts';
import type { PracticeId } from '../domain/ids.ts';
import { isOpenAt } from '../domain/opening-hours.ts';
import type { Contact, Settings } from './register-state.ts';

/** What of a register the directory hangs on: both a register's state and its page have it. */
export interface Directory {
  readonly contacts: Iterable<Contact>;
  readonly settings: Pick<Settings, 'openingHours' | 'councils' | 'contactCheckDays'>;
}

/** One number to ring, and when it is for. */
export interface NumberToRing {
  readonly phone: string;
  readonly when: 'in-hours' | 'out-of-hours' | 'always';
}

/** The council in whose area a practice lies; null while nobody has said. */
export function councilOf({ settings }: Pick<Directory, 'settings'>, practice: PracticeId | null): string | null {
  return settings.councils.find((one) => one.practice === practice)?.council ?? null;
}

/**
 * Whom to phone of a kind, about a person of a practice: those of its council first, then those for everywhere. Where
 * nobody knows the practice or its council, all of the kind: better one number too many than none.
 */
export function contactsFor(register: Directory, kind: ContactKind, practice: PracticeId | null): readonly Contact[] {
  const council = councilOf(register, practice);
  const ofKind = [...register.contacts].filter((contact) => contact.kind === kind);
  const ours = ofKind.filter((contact) => contact.council === council && council !== null);
  const everywhere = ofKind.filter((contact) => contact.council === undefined);
  return council === null ? ofKind : [...ours, ...everywhere];
}

/** Its numbers, the one to ring at `now` first. Outside opening hours that is the out-of-hours number. */
export function numbersAt(
  { phone, outOfHours }: Pick<Contact, 'phone' | 'outOfHours'>,
  { settings }: Pick<Directory, 'settings'>,
  now: Date,
): readonly NumberToRing[] {
  if (outOfHours === 'Always') return [{ phone, when: 'always' }];
  if (outOfHours === undefined) return [{ phone, when: 'in-hours' }];
  const both = [
    { phone, when: 'in-hours' },
    { phone: outOfHours, when: 'out-of-hours' },
  ] as const;
  return isOpenAt(settings.openingHours, now) ? both : both.toReversed();
}

/** Whether somebody should check it again: never checked, or longer ago than was agreed. */
export function needsCheck(checkedOn: IsoDate | null, { settings }: Pick<Directory, 'settings'>, now: Date): boolean {
  return checkedOn === null || dayAfter(checkedOn, settings.contactCheckDays) < dayInEngland(now);
}
