import { type ReactNode, useEffect, useRef } from 'react';

/** What came of a button, or the next step of several: takes the focus when it comes up. */
export function Focused({ children }: { readonly children: ReactNode }) {
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    outcome.current?.focus({ preventScroll: true });
    outcome.current?.scrollIntoView();
  }, []);
  return (
    <div ref={outcome} tabIndex={-1} className="outcome">
      {children}
    </div>
  );
}
