import classNames from 'classnames';
import { Fragment, type ReactNode } from 'react';
import { type FieldValues, useController } from 'react-hook-form';
import { type FieldProps, FieldsetGroup, factsOf } from './field.tsx';

export interface ChoiceOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Shown under the option while it is chosen. */
  readonly reveal?: ReactNode;
  /** A word before this option, such as "or". */
  readonly divider?: string;
}

interface Props<T extends FieldValues> extends FieldProps<T> {
  readonly options: readonly ChoiceOption[];
  readonly inline?: boolean;
  readonly small?: boolean;
}

/** One of a few: radios. */
export function Choice<T extends FieldValues>({ options, inline = false, small = true, ...field }: Props<T>) {
  const { of, name, label, hint, size, labelHidden } = field;
  const { id, error, describedBy } = factsOf(field);
  // Not `register`: it reads the boxes when one is left, and makes null of a question that nobody has answered.
  const { field: held } = useController({ control: of.control, name });
  const chosen: unknown = held.value;
  const shape = classNames('nhsuk-radios', small && 'nhsuk-radios--small', inline && 'nhsuk-radios--inline');
  return (
    <FieldsetGroup {...{ id, label, size, labelHidden, hint, error, describedBy }}>
      <div className={shape}>
        {options.map((option, index) => {
          const inputId = `${id}-${index + 1}`;
          return (
            <Fragment key={option.value}>
              {option.divider ? <div className="nhsuk-radios__divider">{option.divider}</div> : null}
              <div className="nhsuk-radios__item">
                <input
                  id={inputId}
                  className="nhsuk-radios__input"
                  type="radio"
                  name={name}
                  value={option.value}
                  checked={chosen === option.value}
                  onChange={() => held.onChange(option.value)}
                  onBlur={held.onBlur}
                  aria-describedby={option.hint ? `${inputId}-hint` : undefined}
                />
                <label className="nhsuk-label nhsuk-radios__label" htmlFor={inputId}>
                  {option.label}
                </label>
                {option.hint ? (
                  <div id={`${inputId}-hint`} className="nhsuk-hint nhsuk-radios__hint">
                    {option.hint}
                  </div>
                ) : null}
              </div>
              {option.reveal && chosen === option.value ? (
                <div className="nhsuk-radios__conditional">{option.reveal}</div>
              ) : null}
            </Fragment>
          );
        })}
      </div>
    </FieldsetGroup>
  );
}
