import classNames from 'classnames';
import type { ReactNode } from 'react';

export type TagColour = 'white' | 'grey' | 'green' | 'blue' | 'purple' | 'red' | 'orange' | 'yellow';

/** The state of a thing in one or two words. */
export function Tag({ colour, children }: { readonly colour?: TagColour; readonly children: ReactNode }) {
  return <strong className={classNames('nhsuk-tag', colour && `nhsuk-tag--${colour}`)}>{children}</strong>;
}
