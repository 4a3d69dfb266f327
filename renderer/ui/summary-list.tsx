import classNames from 'classnames';
import type { ReactNode } from 'react';

export interface SummaryRow {
  readonly key: string;
  readonly value: ReactNode;
  /** A "Change" link with hidden words. */
  readonly action?: ReactNode;
  /** A class for the whole row, such as one that leaves it out of some prints. */
  readonly className?: string;
  /** What somebody typed: keeps its line breaks. */
  readonly typed?: boolean;
}

/** Questions and answers. A row without an answer says so in words, which the parent gives. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className="nhsuk-summary-list">
      {rows.map(({ key, value, action, typed, className }) => (
        <div key={key} className={classNames('nhsuk-summary-list__row', className)}>
          <dt className="nhsuk-summary-list__key">{key}</dt>
          <dd className={classNames('nhsuk-summary-list__value', typed && 'prewrap')}>{value}</dd>
          {action ? <dd className="nhsuk-summary-list__actions">{action}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

/** A small list of facts, for side columns. */
export function KeyValues({ rows }: { readonly rows: readonly (readonly [key: string, value: ReactNode])[] }) {
  return (
    <dl className="kv">
      {rows.map(([key, value]) => (
        <KeyValue key={key} name={key} value={value} />
      ))}
    </dl>
  );
}

function KeyValue({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
