import type { FieldValues, Path } from 'react-hook-form';
import { Choice, type ChoiceOption } from './choice.tsx';
import { DateField } from './date-field.tsx';
import { errorAt, type FieldProps, fieldId } from './field.tsx';

interface Props<T extends FieldValues> extends FieldProps<T> {
  /** Labels say the date in words: "In 4 weeks: Monday 22 December 2025". */
  readonly options: readonly ChoiceOption[];
  readonly otherLabel?: string;
  /** The legend of the three boxes; "Date" when not said. */
  readonly dateLabel?: string;
  readonly dateHint?: string;
}

/** A near date: radios that say it in words, or another date. */
export function QuickDate<T extends FieldValues>(props: Props<T>) {
  const { of, name, options, otherLabel = 'Another date', dateLabel = 'Date', dateHint, error, ...rest } = props;
  const other: ChoiceOption = {
    value: 'other',
    label: otherLabel,
    reveal: <DateField of={of} name={`${name}.other` as Path<T>} label={dateLabel} hint={dateHint} />,
  };
  return (
    <div id={fieldId(name)}>
      <Choice
        {...rest}
        of={of}
        name={`${name}.choice` as Path<T>}
        options={[...options, other]}
        error={errorAt(of, name) ?? error}
      />
    </div>
  );
}
