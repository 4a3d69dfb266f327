import classNames from 'classnames';
import type { ReactNode } from 'react';

interface ListProps {
  readonly label?: string;
  readonly children: ReactNode;
}

/** Things to do, one under another. Its children are `WorkRow`s; stands in a flush `Card`. */
export function WorkList({ label, children }: ListProps) {
  return (
    <ul className="work" aria-label={label}>
      {children}
    </ul>
  );
}

interface FirstOfProps {
  readonly shown: number;
  readonly total: number;
  /** A link to the rest, or how to see fewer. */
  readonly more: ReactNode;
}

/** The last row of a list that is cut: nobody must take a part for the whole. */
export function FirstOf({ shown, total, more }: FirstOfProps) {
  if (total <= shown) return null;
  return <WorkRow title={`Showing the first ${shown} of ${total}`} action={more} />;
}

interface RowProps {
  /** A link, or words; tags may follow. */
  readonly title: ReactNode;
  readonly meta?: ReactNode;
  readonly due?: ReactNode;
  /** Red and bold: the words of `due` must say it too. */
  readonly late?: boolean;
  /** A button or a link that looks like one, with hidden words that tell it from those of other rows. */
  readonly action?: ReactNode;
}

/** One thing to do: what, when it is due, and the button that does it. */
export function WorkRow({ title, meta, due, late = false, action }: RowProps) {
  return (
    <li>
      <div>
        <div className="work__title">{title}</div>
        {meta ? <div className="work__meta">{meta}</div> : null}
      </div>
      {due || action ? (
        <div className="work__side">
          {due ? <span className={classNames('due', late && 'due--late')}>{due}</span> : null}
          {action}
        </div>
      ) : null}
    </li>
  );
}
