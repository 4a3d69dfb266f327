import type { ReactNode } from 'react';

/** Counts at the head of a page. Its children are `Tile`s. */
export function Tiles({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ul className="tiles" aria-label={label}>
      {children}
    </ul>
  );
}

interface TileProps {
  readonly count: number | string;
  readonly tone?: 'red' | 'amber' | 'blue' | 'grey';
  /** The link that the whole tile is. */
  readonly link: ReactNode;
  readonly meta?: ReactNode;
}

/** A count, a link to what was counted, and a line about it. */
export function Tile({ count, tone = 'grey', link, meta }: TileProps) {
  return (
    <li>
      <div className={`tile tile--${tone}`}>
        <span className="tile__number">{count}</span>
        <span className="tile__title">{link}</span>
        {meta ? <span className="tile__meta">{meta}</span> : null}
      </div>
    </li>
  );
}
