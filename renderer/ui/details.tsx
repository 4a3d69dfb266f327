import type { ReactNode } from 'react';

interface Props {
  readonly summary: ReactNode;
  /** Open at first. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** Help that unfolds. */
export function Details({ summary, open, children }: Props) {
  return (
    <details className="nhsuk-details" open={open}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">{children}</div>
    </details>
  );
}
