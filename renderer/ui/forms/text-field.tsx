import classNames from 'classnames';
import type { FieldValues } from 'react-hook-form';
import { FieldGroup, type FieldProps, factsOf } from './field.tsx';

interface Props<T extends FieldValues> extends FieldProps<T> {
  /** In characters, when the answer has a known length. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email';
  /** False for names, numbers and references. */
  readonly spellCheck?: boolean;
  /** Called when somebody leaves the box. */
  readonly onLeave?: () => void;
}

/** One line of text. */
export function TextField<T extends FieldValues>({ width, inputMode, spellCheck, onLeave, ...field }: Props<T>) {
  const { of, name, label, hint, size, labelHidden } = field;
  const { id, error, describedBy } = factsOf(field);
  return (
    <FieldGroup id={id} label={label} size={size} labelHidden={labelHidden} hint={hint} error={error}>
      <input
        {...of.register(name, { ...(onLeave && { onBlur: onLeave }) })}
        id={id}
        dir="auto"
        type="text"
        className={classNames('nhsuk-input', error && 'nhsuk-input--error', width && `nhsuk-input--width-${width}`)}
        inputMode={inputMode}
        spellCheck={spellCheck}
        autoComplete="off"
        aria-describedby={describedBy}
      />
    </FieldGroup>
  );
}
