import { type ReactNode, useEffect, useId, useRef } from 'react';
import { type Complaint, focusField } from './errors.ts';

interface Props {
  readonly complaints: readonly Complaint[];
  readonly problem?: ReactNode;
  /** Takes the focus when it appears; give it a new key to have it taken again. */
  readonly takesFocus: boolean;
}

/** "There is a problem", and links to the fields. */
export function ErrorSummary({ complaints, problem, takesFocus }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  return (
    <div ref={box} className="nhsuk-error-summary" aria-labelledby={heading} tabIndex={-1} role="group">
      <div role="alert">
        <h2 id={heading} className="nhsuk-error-summary__title">
          There is a problem
        </h2>
        <div className="nhsuk-error-summary__body">
          {problem ? <p>{problem}</p> : null}
          {complaints.length > 0 ? (
            <ul className="nhsuk-list nhsuk-error-summary__list">
              {complaints.map(({ target, message }) => (
                <li key={`${target} ${message}`}>
                  {target === null ? message : <SummaryLink target={target} message={message} />}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function SummaryLink({ target, message }: { readonly target: string; readonly message: string }) {
  return (
    <a
      href={`#${target}`}
      onClick={(event) => {
        event.preventDefault();
        focusField(target);
      }}
    >
      {message}
    </a>
  );
}
