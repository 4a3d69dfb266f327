import type { UseFormReturn } from 'react-hook-form';
import type { InputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { TimelinePage } from '../../shared/contract/people.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import { type EntryKind, entryKinds } from '../../shared/domain/timeline.ts';
import { LinkButton } from '../ui/button.tsx';
import { Details } from '../ui/details.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { Choices } from '../ui/forms/choices.tsx';
import { DateField } from '../ui/forms/date-field.tsx';
import { blankDate, type DateParts, isoOf } from '../ui/forms/dates.ts';
import { kinds } from './timeline-entry.ts';

/** What a timeline is narrowed to, as chosen. */
export interface FilterValues {
  kinds: EntryKind[];
  stands: 'any' | 'open' | 'closed';
  from: DateParts;
  to: DateParts;
}

export const noFilters: FilterValues = {
  kinds: [...entryKinds],
  stands: 'any',
  from: { ...blankDate },
  to: { ...blankDate },
};

/** A day that is not whole yet narrows nothing: filters apply while somebody types. */
function dayOf(parts: DateParts): IsoDate | undefined {
  const iso = isoOf(parts);
  return iso === null || iso === 'wrong' ? undefined : (iso as IsoDate); // `as`: the boxes hold a real day.
}

type Asked = Omit<InputOf<Contract['people']['timeline']>, 'person' | 'before'>;

/** What the log is asked for. */
export function askedBy({ kinds: chosen, stands, from, to }: FilterValues): Asked {
  const [first, last] = [dayOf(from), dayOf(to)];
  return {
    ...(chosen.length < entryKinds.length && { kinds: chosen }),
    ...(stands !== 'any' && { stands }),
    ...(first !== undefined && { from: first }),
    ...(last !== undefined && { to: last }),
  };
}

/** Whether anything was chosen that leaves entries out. */
export function narrowed(values: FilterValues): boolean {
  return Object.keys(askedBy(values)).length > 0;
}

interface Props {
  readonly of: UseFormReturn<FilterValues>;
  readonly totals: TimelinePage['totals'];
  readonly set: boolean;
  readonly onClear: () => void;
}

/** They apply at once. */
export function TimelineFilters({ of, totals, set, onClear }: Props) {
  return (
    <section className="filters" aria-label="Filters">
      <Choices
        of={of}
        name="kinds"
        label="Show"
        options={entryKinds.map((kind) => ({ value: kind, label: `${kinds[kind].plural} (${totals[kind]})` }))}
      />
      <Choice
        of={of}
        name="stands"
        label="Open or closed"
        options={[
          { value: 'any', label: 'Both' },
          { value: 'open', label: 'Open' },
          { value: 'closed', label: 'Closed' },
        ]}
      />
      <Details summary="Dates">
        <DateField of={of} name="from" label="From" />
        <DateField of={of} name="to" label="To" />
      </Details>
      {set && <LinkButton onClick={onClear}>Clear filters</LinkButton>}
    </section>
  );
}
