import { useEffect, useState } from 'react';
import { type FieldValues, type Path, type PathValue, type UseFormReturn, useWatch } from 'react-hook-form';
import { dayInEngland, instantOf } from '../../shared/domain/calendar.ts';
import { Choice } from '../ui/forms/choice.tsx';
import { DateField } from '../ui/forms/date-field.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { clockTime, weekday, whenWords } from '../words/dates.ts';
import type { TellingValues } from './telling-form.ts';
import { optionsOf, toldHowWords } from './words.ts';

interface Props<T extends FieldValues> {
  readonly of: UseFormReturn<T>;
  /** Where in the form the `TellingValues` stand. */
  readonly at: Path<T>;
}

/** Paths of the boxes below `at`. */
function nameIn<T extends FieldValues>(at: Path<T>): (field: keyof TellingValues) => Path<T> {
  return (field) => `${at}.${field}` as Path<T>; // `as`: the parent keeps `TellingValues` there.
}

function useTelling<T extends FieldValues>({ of, at }: Props<T>): TellingValues {
  return useWatch({ control: of.control, name: at });
}

/** Keeps the moment at which "Just now" was chosen, and forgets it when another answer is. */
function useMoment<T extends FieldValues>({ of, at }: Props<T>, values: TellingValues): void {
  const name = nameIn(at)('at');
  const { when, at: kept } = values;
  useEffect(() => {
    if ((when === 'now') === (kept !== '')) return;
    const moment = when === 'now' ? instantOf(new Date()) : '';
    of.setValue(name, moment as PathValue<T, Path<T>>); // `as`: it is text there.
  }, [of, name, when, kept]);
}

function justNow(at: string): string {
  if (at === '') return 'Just now';
  const words = whenWords(at);
  return `Just now, at ${words.startsWith('today') ? clockTime(at) : words}`;
}

/** Who was told, or who has taken over, how and when. */
export function ToldFields<T extends FieldValues>({ of, at, whoLabel }: Props<T> & { readonly whoLabel: string }) {
  const name = nameIn(at);
  const values = useTelling({ of, at });
  useMoment({ of, at }, values);
  const [today] = useState(() => dayInEngland(new Date()));
  const time = (
    <TextField of={of} name={name('time')} label="Time" hint="For example, 4:25pm" width={10} spellCheck={false} />
  );
  return (
    <>
      <TextField of={of} name={name('who')} label={whoLabel} hint="Their name and what they do" spellCheck={false} />
      <Choice of={of} name={name('how')} label="How?" inline options={optionsOf(toldHowWords)} />
      <Choice
        of={of}
        name={name('when')}
        label="When?"
        options={[
          { value: 'now', label: justNow(values.at) },
          { value: today, label: `Earlier today: ${weekday(today)}`, reveal: time },
          {
            value: 'earlier',
            label: 'Before today',
            reveal: (
              <>
                <DateField of={of} name={name('day')} label="Day" />
                {time}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

/** Everything about one telling. `asksTakeover` where somebody has to own the next step at once. */
export function TellingFields<T extends FieldValues>(props: Props<T> & { readonly asksTakeover?: boolean }) {
  const { of, at, asksTakeover = false } = props;
  const name = nameIn(at);
  const tookOver = (
    <Choice
      of={of}
      name={name('tookOver')}
      label="Have they taken over?"
      hint="They have taken over when they own the next step now."
      options={[
        { value: 'yes', label: 'Yes, they own the next step now' },
        { value: 'no', label: 'No, or not yet' },
      ]}
    />
  );
  return (
    <>
      <ToldFields of={of} at={at} whoLabel="Who did you tell, or try to tell?" />
      <Choice
        of={of}
        name={name('reached')}
        label="Did you reach them?"
        options={[
          { value: 'yes', label: 'Yes, they know now', reveal: asksTakeover ? tookOver : undefined },
          {
            value: 'no',
            label: 'No, I could not reach them',
            reveal: (
              <TextField
                of={of}
                name={name('next')}
                label="Who will you try next?"
                hint="Try them now. Do not wait for somebody to ring back."
                spellCheck={false}
              />
            ),
          },
        ]}
      />
    </>
  );
}
