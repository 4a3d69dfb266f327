import classNames from 'classnames';
import type { ButtonHTMLAttributes, Ref } from 'react';

export type ButtonKind = 'primary' | 'secondary' | 'reverse' | 'warning';

interface Look {
  /** Green `primary`: one in a view. */
  readonly kind?: ButtonKind;
  readonly small?: boolean;
}

/** The classes of a button, for links that look like one. */
export function buttonClass({ kind = 'secondary', small = false }: Look = {}): string {
  return classNames('nhsuk-button', kind !== 'primary' && `nhsuk-button--${kind}`, small && 'nhsuk-button--small');
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Look {
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that acts. To save a form, use `SaveButton`. */
export function Button({ kind, small, className, type = 'button', ...rest }: ButtonProps) {
  const look = { ...(kind && { kind }), ...(small && { small }) };
  return <button type={type} className={classNames(buttonClass(look), className)} {...rest} />;
}

interface LinkButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that reads as a link. */
export function LinkButton({ className, type = 'button', ...rest }: LinkButtonProps) {
  return <button type={type} className={classNames('link-btn', className)} {...rest} />;
}
