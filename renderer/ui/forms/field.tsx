import classNames from 'classnames';
import type { ReactNode } from 'react';
import { type FieldValues, get, type Path, type UseFormReturn } from 'react-hook-form';
import { VisuallyHidden } from '../visually-hidden.tsx';

/** How every form is made: `useForm({ ...formRules, defaultValues })`. Nothing is checked while somebody types. */
export const formRules = { mode: 'onSubmit', reValidateMode: 'onSubmit', shouldFocusError: false } as const;

export type FieldSize = 's' | 'm';

export interface FieldProps<T extends FieldValues> {
  readonly of: UseFormReturn<T>;
  readonly name: Path<T>;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly size?: FieldSize;
  /** The label stays for screen readers only: when a heading right above says the same. */
  readonly labelHidden?: boolean;
  /** Shown when the form holds no error under this name. */
  readonly error?: string | undefined;
}

/** What a field needs to know about itself, whatever the type of the form. */
export interface FieldFacts {
  readonly id: string;
  readonly error: string | undefined;
  readonly describedBy: string | undefined;
}

/** The id of the field (or of its group) that holds a name. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll('.', '-')}`;
}

/** The error that the form holds under a name. */
export function errorAt<T extends FieldValues>(of: UseFormReturn<T>, name: string): string | undefined {
  const found: unknown = get(of.formState.errors, name);
  if (typeof found !== 'object' || found === null || !('message' in found)) return undefined;
  return typeof found.message === 'string' && found.message !== '' ? found.message : undefined;
}

/** The ids and the error of a field. */
export function factsOf<T extends FieldValues>({ of, name, hint, error }: FieldProps<T>): FieldFacts {
  const id = fieldId(name);
  const shown = errorAt(of, name) ?? error;
  const ids = [hint ? `${id}-hint` : '', shown ? `${id}-error` : ''].filter(Boolean);
  return { id, error: shown, describedBy: ids.length > 0 ? ids.join(' ') : undefined };
}

interface HelpProps {
  readonly id: string;
  readonly hint: ReactNode;
  readonly error: string | undefined;
}

/** Hint and error of a field, with the ids that `factsOf` names. */
export function HintAndError({ id, hint, error }: HelpProps) {
  return (
    <>
      {hint ? (
        <div id={`${id}-hint`} className="nhsuk-hint">
          {hint}
        </div>
      ) : null}
      {error ? (
        <span id={`${id}-error`} className="nhsuk-error-message">
          <VisuallyHidden>Error:</VisuallyHidden> {error}
        </span>
      ) : null}
    </>
  );
}

interface GroupProps extends HelpProps {
  readonly label: ReactNode;
  readonly size: FieldSize | undefined;
  readonly labelHidden: boolean | undefined;
  readonly children: ReactNode;
}

/** A field of one box: label, hint, error, then the box. */
export function FieldGroup({ id, label, size = 's', labelHidden, hint, error, children }: GroupProps) {
  return (
    <div className={classNames('nhsuk-form-group', error && 'nhsuk-form-group--error')}>
      <label
        className={classNames('nhsuk-label', `nhsuk-label--${size}`, labelHidden && 'nhsuk-u-visually-hidden')}
        htmlFor={id}
      >
        {label}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

interface FieldsetProps extends GroupProps {
  readonly describedBy: string | undefined;
}

/** A field of several boxes: the question is a legend, and the id stands on the group. */
export function FieldsetGroup(props: FieldsetProps) {
  const { id, label, size = 's', labelHidden, hint, error, describedBy, children } = props;
  return (
    <div className={classNames('nhsuk-form-group', error && 'nhsuk-form-group--error')}>
      <fieldset id={id} className="nhsuk-fieldset" aria-describedby={describedBy}>
        <legend
          className={classNames(
            'nhsuk-fieldset__legend',
            `nhsuk-fieldset__legend--${size}`,
            labelHidden && 'nhsuk-u-visually-hidden',
          )}
        >
          {label}
        </legend>
        <HintAndError id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </div>
  );
}
