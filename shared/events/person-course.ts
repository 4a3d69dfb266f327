import { isoDate } from '../domain/calendar.ts';
import { eventId, personId } from '../domain/ids.ts';
import { noteText, optionalWords, shortText, words } from '../domain/text.ts';
import { z } from '../zod.ts';
import { contentOf } from './content.ts';
import { event } from './kinds.ts';

// What is found out about a person's record: two of one person, who lives there, what happened elsewhere, and the undoing of each.

/** Whether it made things better or worse for the person, as whoever entered it sees it (domain.md 3.6). */
export const impact = z.enum(['positive', 'negative', 'neutral'], 'Select how it affected the person');

/** Something that happened to the person and stands in no record of this log. */
export const eventFromElsewhere = {
  /** The day; of a time that has no day, about when it began: that puts it into its place. */
  on: isoDate,
  /** "Winter 2019": shown in place of the day. */
  period: optionalWords(shortText),
  what: words(noteText, 'Enter what happened'),
  source: words(shortText, 'Enter where you know it from'),
  impact,
  action: optionalWords(noteText),
};

export const personCourse = {
  /**
   * This record is about the same person as the record of `with`, which is kept. It gives nobody a key: whoever reads
   * both sees them as one, whoever reads one goes on reading that one, and is not told of the other.
   */
  'person.joined': event(
    'person',
    'Two records of one person joined',
    contentOf({ with: personId, why: words(noteText, 'Enter why they are the same person') }),
  ),
  'person.parted': event(
    'person',
    'Joining of two records of a person taken back',
    contentOf({ with: personId, why: words(noteText, 'Enter why they are different people') }),
  ),
  'person.kept-apart': event(
    'person',
    'Two records found to be of different people',
    contentOf({ from: personId, why: words(noteText, 'Enter why they are different people') }),
  ),
  'person.household-linked': event(
    'person',
    'Somebody in the household recorded',
    contentOf({ with: personId, relation: optionalWords(shortText) }),
  ),
  'person.household-unlinked': event(
    'person',
    'Somebody in the household taken back',
    contentOf({ with: personId, why: words(noteText, 'Enter why they do not live there') }),
  ),
  'person.event-added': event('person', 'Event from elsewhere added', contentOf(eventFromElsewhere)),
  'person.event-withdrawn': event(
    'person',
    'Event from elsewhere taken back',
    contentOf({ event: eventId, why: words(noteText, 'Enter why it does not belong here') }),
  ),
};
