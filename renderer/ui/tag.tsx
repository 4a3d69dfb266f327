import classNames from 'classnames';
import type { ReactNode } from 'react';
import type { TagColour } from './tag-colour.ts';

/** The state of a thing in one or two words. */
export function Tag({ colour, children }: { readonly colour?: TagColour; readonly children: ReactNode }) {
  return <strong className={classNames('nhsuk-tag', colour && `nhsuk-tag--${colour}`)}>{children}</strong>;
}
