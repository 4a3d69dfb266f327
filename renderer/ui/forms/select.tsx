import classNames from 'classnames';
import type { FieldValues } from 'react-hook-form';
import { FieldGroup, type FieldProps, factsOf } from './field.tsx';

interface Props<T extends FieldValues> extends FieldProps<T> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The words of a first, empty option. */
  readonly blank?: string;
}

/** One of a list that folds away. Prefer `Choice` for few. */
export function Select<T extends FieldValues>({ options, blank, ...field }: Props<T>) {
  const { of, name, label, hint, size, labelHidden } = field;
  const { id, error, describedBy } = factsOf(field);
  return (
    <FieldGroup id={id} label={label} size={size} labelHidden={labelHidden} hint={hint} error={error}>
      <select
        {...of.register(name)}
        id={id}
        className={classNames('nhsuk-select', error && 'nhsuk-select--error')}
        aria-describedby={describedBy}
      >
        {blank === undefined ? null : <option value="">{blank}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldGroup>
  );
}
