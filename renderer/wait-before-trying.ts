import { useEffect, useState } from 'react';
import type { Failure } from '../shared/contract/failures.ts';

/**
 * How many seconds are left until a passphrase can be tried again; 0 when it can be.
 *
 * @param failure the newest answer, each one an object of its own
 */
export function useWaitBeforeTrying(failure: Failure | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (failure?.kind !== 'waitBeforeTrying') return setLeft(0);
    const until = performance.now() + failure.seconds * 1_000;
    const look = (): void => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1_000)));
    look();
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [failure]);
  return left;
}
