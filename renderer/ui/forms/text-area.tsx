import classNames from 'classnames';
import { type FieldValues, useWatch } from 'react-hook-form';
import { VisuallyHidden } from '../visually-hidden.tsx';
import { FieldGroup, type FieldProps, factsOf } from './field.tsx';

interface Props<T extends FieldValues> extends FieldProps<T> {
  readonly rows?: number;
  /** Characters. Shown from three quarters on; nothing that was typed is ever cut. */
  readonly max?: number;
  readonly spellCheck?: boolean;
}

const number = new Intl.NumberFormat('en-GB');

function characters(count: number): string {
  return `${number.format(count)} ${count === 1 ? 'character' : 'characters'}`;
}

interface Count {
  readonly text: string;
  /** Says the same for a whole stretch, so that it is read out once, on entering it. */
  readonly spoken: string;
  readonly over: boolean;
}

function countOf(length: number, max: number | undefined): Count | null {
  if (max === undefined || length < max * 0.75) return null;
  const over = length > max;
  const text = over
    ? `You have ${characters(length - max)} too many`
    : `You have ${characters(max - length)} remaining`;
  const spoken = over
    ? `You have gone over ${characters(max)}`
    : `You can enter up to ${characters(max)}. You have used three quarters of them`;
  return { text, spoken, over };
}

/** Several lines of plain text. */
export function TextArea<T extends FieldValues>({ rows = 5, max, spellCheck, ...field }: Props<T>) {
  const { of, name, label, hint, size, labelHidden } = field;
  const { id, error, describedBy } = factsOf(field);
  const typed: unknown = useWatch({ control: of.control, name });
  const count = countOf(typeof typed === 'string' ? typed.length : 0, max);
  return (
    <FieldGroup id={id} label={label} size={size} labelHidden={labelHidden} hint={hint} error={error}>
      <textarea
        {...of.register(name)}
        id={id}
        dir="auto"
        rows={rows}
        className={classNames('nhsuk-textarea', (error || count?.over) && 'nhsuk-textarea--error')}
        spellCheck={spellCheck}
        autoComplete="off"
        aria-describedby={classNames(describedBy, count && `${id}-count`) || undefined}
      />
      {count ? (
        <div
          id={`${id}-count`}
          className={classNames('field-count', count.over ? 'nhsuk-error-message' : 'nhsuk-hint')}
        >
          {count.text}
        </div>
      ) : null}
      {max === undefined ? null : (
        <div aria-live="polite">{count ? <VisuallyHidden>{count.spoken}</VisuallyHidden> : null}</div>
      )}
    </FieldGroup>
  );
}
