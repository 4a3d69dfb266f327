import classNames from 'classnames';
import type { FieldValues, Path } from 'react-hook-form';
import { errorAt, type FieldProps, FieldsetGroup, factsOf } from './field.tsx';

const parts = [
  { part: 'day', label: 'Day', width: 2 },
  { part: 'month', label: 'Month', width: 2 },
  { part: 'year', label: 'Year', width: 4 },
] as const;

/** A date in three boxes. The form holds `{ day, month, year }` as typed: see `isoOf` in dates.ts. */
export function DateField<T extends FieldValues>(field: FieldProps<T>) {
  const { of, name, label, hint, size, labelHidden } = field;
  const wrongParts = parts.filter(({ part }) => errorAt(of, `${name}.${part}`) !== undefined);
  const partError = wrongParts.map(({ part }) => errorAt(of, `${name}.${part}`))[0] ?? field.error;
  const { id, error, describedBy } = factsOf({ ...field, error: partError });
  return (
    <FieldsetGroup {...{ id, label, size, labelHidden, hint, error, describedBy }}>
      <div className="nhsuk-date-input">
        {parts.map(({ part, label: partLabel, width }) => {
          const wrong = wrongParts.length > 0 ? wrongParts.some((one) => one.part === part) : error !== undefined;
          return (
            <div key={part} className="nhsuk-date-input__item">
              <div className="nhsuk-form-group">
                <label className="nhsuk-label nhsuk-date-input__label" htmlFor={`${id}-${part}`}>
                  {partLabel}
                </label>
                <input
                  {...of.register(`${name}.${part}` as Path<T>)}
                  id={`${id}-${part}`}
                  type="text"
                  className={classNames(
                    `nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}`,
                    wrong && 'nhsuk-input--error',
                  )}
                  inputMode={part === 'month' ? undefined : 'numeric'}
                  autoComplete="off"
                  spellCheck={false}
                />
              </div>
            </div>
          );
        })}
      </div>
    </FieldsetGroup>
  );
}
