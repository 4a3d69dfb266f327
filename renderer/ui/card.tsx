import classNames from 'classnames';
import type { ReactNode } from 'react';
import { Heading, type HeadingLevel } from './heading.tsx';

interface Props {
  readonly title?: ReactNode;
  readonly level?: HeadingLevel;
  /** Links or buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** The content goes to the edges: tables and work lists. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A white box with a heading. */
export function Card({ title, level = 2, actions, flush = false, children }: Props) {
  return (
    <section className={classNames('card', flush && 'card--flush')}>
      {title || actions ? (
        <div className="card__head">
          {title ? <Heading level={level}>{title}</Heading> : null}
          {actions ? <div className="card__actions">{actions}</div> : null}
        </div>
      ) : null}
      {flush ? children : <div className="card__body">{children}</div>}
    </section>
  );
}
