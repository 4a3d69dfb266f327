import classNames from 'classnames';
import { Fragment, type ReactNode } from 'react';
import { type FieldValues, useWatch } from 'react-hook-form';
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
  const chosen: unknown = useWatch({ control: of.control, name });
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
                  {...of.register(name)}
                  id={inputId}
                  className="nhsuk-radios__input"
                  type="radio"
                  value={option.value}
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
