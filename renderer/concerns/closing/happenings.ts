import type { TimelineEntry } from '../../../shared/contract/people.ts';
import type { Instant, IsoDate } from '../../../shared/domain/calendar.ts';
import { isEntry } from '../entries.ts';
import { hiddenWords } from '../gp-record/words.ts';
import { asWords } from '../links/words.ts';
import { outcomeWords, riskWords } from './words.ts';

interface Told {
  readonly happened: IsoDate | Instant;
  readonly title: string;
  readonly text: string;
}

/** What an entry about closing, links, errors and the GP record says happened; undefined for any other. */
export function standingIn(entry: TimelineEntry): Told | undefined {
  const happened = entry.recordedAt;
  if (isEntry(entry, 'concern.closed')) {
    const { outcome, reason, risk } = entry.content;
    return { happened, title: `Closed: ${outcomeWords[outcome]}`, text: `${reason}\nRisk now: ${riskWords[risk]}` };
  }
  if (isEntry(entry, 'concern.reopened')) return { happened, title: 'Reopened', text: entry.content.why };
  if (isEntry(entry, 'concern.linked')) {
    const { as, why } = entry.content;
    return { happened, title: 'Linked to another concern', text: `${asWords[as]}. ${why}` };
  }
  if (isEntry(entry, 'concern.unlinked'))
    return { happened, title: 'Link to another concern taken back', text: entry.content.why };
  if (isEntry(entry, 'concern.entered-in-error'))
    return { happened, title: 'Marked as entered in error', text: entry.content.why };
  if (isEntry(entry, 'concern.error-taken-back'))
    return { happened, title: 'Mark as entered in error taken back', text: entry.content.why };
  if (isEntry(entry, 'concern.in-gp-record')) {
    const { system, on, code, hiddenOnline } = entry.content;
    const text = [system, code ?? 'No code', hiddenWords[hiddenOnline]].join('. ');
    return { happened: on, title: 'Copied to the GP record', text };
  }
  return undefined;
}
