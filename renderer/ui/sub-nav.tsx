import type { ReactNode } from 'react';
import { Count } from './count.tsx';

/** What the link of an item gets: spread it over the router's link. */
export interface SubNavLink {
  readonly children: ReactNode;
  readonly 'aria-current'?: 'page';
}

export interface SubNavItem {
  readonly key: string;
  readonly label: string;
  readonly current?: boolean;
  readonly count?: number;
  /** What is counted, for screen readers. */
  readonly countWords?: string;
  readonly link: (props: SubNavLink) => ReactNode;
}

/** The parts of a record or of a section: links that look like tabs. */
export function SubNav({ label, items }: { readonly label: string; readonly items: readonly SubNavItem[] }) {
  return (
    <nav className="sub-nav" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            {item.link({
              children: (
                <>
                  {item.label}
                  {item.count === undefined ? null : (
                    <Count count={item.count} {...(item.countWords && { words: item.countWords })} />
                  )}
                </>
              ),
              ...(item.current && { 'aria-current': 'page' }),
            })}
          </li>
        ))}
      </ul>
    </nav>
  );
}
