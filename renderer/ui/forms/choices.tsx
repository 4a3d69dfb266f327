import classNames from 'classnames';
import { Fragment } from 'react';
import { type FieldValues, useController } from 'react-hook-form';
import type { ChoiceOption } from './choice.tsx';
import { type FieldProps, FieldsetGroup, factsOf } from './field.tsx';

export interface ChoicesOption extends ChoiceOption {
  /** Goes with no other: "None of these". */
  readonly alone?: true;
}

interface Props<T extends FieldValues> extends FieldProps<T> {
  readonly options: readonly ChoicesOption[];
  readonly columns?: 2;
  readonly small?: boolean;
}

function toggled(options: readonly ChoicesOption[], chosen: readonly string[], option: ChoicesOption): string[] {
  if (chosen.includes(option.value)) return chosen.filter((value) => value !== option.value);
  if (option.alone) return [option.value];
  const loners = options.filter(({ alone }) => alone).map(({ value }) => value);
  const kept = new Set([...chosen.filter((value) => !loners.includes(value)), option.value]);
  // In the order of the page, not of the clicks.
  return options.map(({ value }) => value).filter((value) => kept.has(value));
}

/** Any of several: checkboxes. The form holds a list of values. */
export function Choices<T extends FieldValues>({ options, columns, small = true, ...field }: Props<T>) {
  const { of, name, label, hint, size, labelHidden } = field;
  const { id, error, describedBy } = factsOf(field);
  const { field: held } = useController({ control: of.control, name });
  const value: unknown = held.value;
  const chosen: readonly string[] = Array.isArray(value) ? value : [];
  const shape = classNames(
    'nhsuk-checkboxes',
    small && 'nhsuk-checkboxes--small',
    columns && 'nhsuk-checkboxes--columns',
  );
  return (
    <FieldsetGroup {...{ id, label, size, labelHidden, hint, error, describedBy }}>
      <div className={shape}>
        {options.map((option, index) => {
          const inputId = `${id}-${index + 1}`;
          return (
            <Fragment key={option.value}>
              {option.divider ? <div className="nhsuk-checkboxes__divider">{option.divider}</div> : null}
              <div className="nhsuk-checkboxes__item">
                <input
                  id={inputId}
                  className="nhsuk-checkboxes__input"
                  type="checkbox"
                  name={name}
                  value={option.value}
                  checked={chosen.includes(option.value)}
                  onChange={() => held.onChange(toggled(options, chosen, option))}
                  onBlur={held.onBlur}
                  aria-describedby={option.hint ? `${inputId}-hint` : undefined}
                />
                <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={inputId}>
                  {option.label}
                </label>
                {option.hint ? (
                  <div id={`${inputId}-hint`} className="nhsuk-hint nhsuk-checkboxes__hint">
                    {option.hint}
                  </div>
                ) : null}
              </div>
              {option.reveal && chosen.includes(option.value) ? (
                <div className="nhsuk-checkboxes__conditional">{option.reveal}</div>
              ) : null}
            </Fragment>
          );
        })}
      </div>
    </FieldsetGroup>
  );
}
