import type { CoverLine } from '../../shared/contract/staffing.ts';
import { dayAfter } from '../../shared/domain/calendar.ts';
import type { PracticeId, StaffId } from '../../shared/domain/ids.ts';
import type { TagColour } from '../ui/tag-colour.ts';
import { longDate } from '../words/dates.ts';

/** How people and practices are called: part of who is signed in. */
interface Names {
  readonly nameOf: (staff: StaffId) => string;
  readonly practiceName: (practice: PracticeId | null) => string;
}

interface CoverTag {
  readonly words: string;
  readonly colour: TagColour;
}

export const coverTags = {
  waiting: { words: 'Waits for a second person', colour: 'yellow' },
  'to-come': { words: 'Begins later', colour: 'white' },
  now: { words: 'Stands in now', colour: 'green' },
  over: { words: 'Over', colour: 'grey' },
  ended: { words: 'Ended early', colour: 'grey' },
  void: { words: 'Does not count', colour: 'red' },
} as const satisfies Record<CoverLine['state'], CoverTag>;

/** Whether it still matters to anybody: the rest is history. */
export function isOpenCover({ state }: CoverLine): boolean {
  return state === 'waiting' || state === 'to-come' || state === 'now' || state === 'void';
}

/** `C Illing stands in for Dr M Fenwick-Oye, Alderfield`. */
export function coverTitle({ cover, absent, practice, state }: CoverLine, { nameOf, practiceName }: Names): string {
  const verb = state === 'over' || state === 'ended' ? 'stood in' : state === 'now' ? 'stands in' : 'is to stand in';
  return `${nameOf(cover)} ${verb} for ${nameOf(absent)}, ${practiceName(practice)}`;
}

function waitsFor({ kind, absent, namedBy }: CoverLine, { nameOf }: Names): string {
  return kind === 'planned'
    ? `It counts once ${nameOf(absent)} confirms it.`
    : `${nameOf(namedBy)} asked for it. It counts once a second person confirms it: a practice manager and a supervisor or safeguarding lead do it together.`;
}

/** Where a cover stands, when it returns by itself, and whether whoever covers was one of the two who decided it. */
export function coverSentence(line: CoverLine, names: Names): string {
  const stands = whereItStands(line, names);
  return line.decidedByCover
    ? `${stands} ${names.nameOf(line.cover)} was one of the two who decided it, since nobody else could.`
    : stands;
}

function whereItStands(line: CoverLine, names: Names): string {
  const { from, until, state } = line;
  const days = from === until ? longDate(from) : `${longDate(from)} to ${longDate(until)}`;
  const returns = `returns by itself on ${longDate(dayAfter(until))}`;
  switch (state) {
    case 'waiting':
      return `${days}. ${waitsFor(line, names)}`;
    case 'to-come':
      return `Begins by itself on ${longDate(from)}, ${returns}.`;
    case 'now':
      return `Since ${longDate(from)}, ${returns}.`;
    case 'over':
      return `${days}. It ended by itself.`;
    case 'ended':
      return `Was to last from ${longDate(from)} to ${longDate(until)}. It was ended early.`;
    case 'void':
      return `${days}. A role that it needs no longer stands, so nobody stands in. Name somebody else.`;
    default:
      return state satisfies never;
  }
}
