import classNames from 'classnames';
import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { VisuallyHidden } from '../visually-hidden.tsx';
import { FieldGroup, type FieldProps, factsOf } from './field.tsx';

interface Props<T extends FieldValues> extends FieldProps<T> {
  readonly autoComplete?: 'current-password' | 'new-password' | 'off';
  /** What the Show button says it shows; "passphrase" when not said. */
  readonly what?: string;
}

/** A passphrase, with a button that shows it. Paste is allowed. */
export function PassphraseField<T extends FieldValues>(props: Props<T>) {
  const { of, name, label, hint, size, labelHidden, autoComplete = 'off', what = 'passphrase' } = props;
  const { id, error, describedBy } = factsOf(props);
  const [shown, setShown] = useState(false);
  return (
    <FieldGroup id={id} label={label} size={size} labelHidden={labelHidden} hint={hint} error={error}>
      <div className="nhsuk-input-wrapper nhsuk-password-input">
        <input
          {...of.register(name)}
          id={id}
          type={shown ? 'text' : 'password'}
          className={classNames(
            'nhsuk-input nhsuk-password-input__input nhsuk-js-password-input-input',
            error && 'nhsuk-input--error',
          )}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete={autoComplete}
          aria-describedby={describedBy}
        />
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-password-input__toggle"
          aria-label={`${shown ? 'Hide' : 'Show'} ${what}`}
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide' : 'Show'}
        </button>
      </div>
      <div role="status">{shown ? <VisuallyHidden>Your {what} is visible</VisuallyHidden> : null}</div>
    </FieldGroup>
  );
}
