import type { ReactNode } from 'react';
import type { ConcernLine } from '../../shared/contract/concerns.ts';

interface Props {
  readonly line: Pick<ConcernLine, 'stage'>;
  readonly children: ReactNode;
}

/** Struck through where the concern was entered in error. The tag beside it says so in words. */
export function Struck({ line: { stage }, children }: Props) {
  return stage === 'entered-in-error' ? <s>{children}</s> : children;
}
