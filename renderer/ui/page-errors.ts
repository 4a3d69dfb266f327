import { createContext } from 'react';

export interface PageErrors {
  /** Where summaries of errors stand: above the heading of the page. */
  readonly slot: HTMLElement | null;
  /** A form tells that it has errors; the answer takes that back. */
  readonly failing: () => () => void;
}

/** How a form reaches the page it stands on; null in a dialog, and where there is no page. */
export const PageErrorsContext = createContext<PageErrors | null>(null);
