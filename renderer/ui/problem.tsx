import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Banner } from './notices.tsx';

interface Props {
  /** What happened, what is safe, what to do: never a raw error. */
  readonly sentence: ReactNode;
  readonly onAgain?: () => void;
}

/** Something that could not be shown, in the place where it would stand. */
export function Problem({ sentence, onAgain }: Props) {
  return (
    <div role="alert">
      <Banner title="There is a problem" heading={sentence}>
        {onAgain ? (
          <Button kind="secondary" small onClick={onAgain}>
            Try again
          </Button>
        ) : null}
      </Banner>
    </div>
  );
}
