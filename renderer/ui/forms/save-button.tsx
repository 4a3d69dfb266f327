import { type ReactNode, use } from 'react';
import { SavingOffContext } from '../saving-off.ts';
import { VisuallyHidden } from '../visually-hidden.tsx';

interface Props {
  readonly busy?: boolean;
  readonly busyText?: string;
  /** What is said aloud while busy, where `busyText` changes each second. */
  readonly busySpoken?: string;
  /** The form it saves, when it stands outside. */
  readonly form?: string;
  readonly children: ReactNode;
}

/** The one green button of a form. While busy it keeps the focus and does nothing. */
export function SaveButton({ busy = false, busyText = 'Saving', busySpoken = busyText, form, children }: Props) {
  const off = use(SavingOffContext);
  if (off !== null) return <p className="saving-off">{off}</p>;
  return (
    <>
      <button
        type="submit"
        className="nhsuk-button"
        form={form}
        aria-disabled={busy || undefined}
        onClick={(event) => {
          // The second click of a double click comes before the page has heard of the first.
          if (busy || event.detail > 1) event.preventDefault();
        }}
      >
        {busy ? busyText : children}
      </button>
      <span role="status" className="save-status">
        {busy ? <VisuallyHidden>{busySpoken}</VisuallyHidden> : null}
      </span>
    </>
  );
}
