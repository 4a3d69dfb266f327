import { useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/** What was just saved on the page before. */
export type Said =
  | 'decided'
  | 'acknowledged'
  | 'confirmed'
  | 'closed'
  | 'linked'
  | 'in-gp-record'
  | 'referred'
  | 'escalated'
  | 'sharing-decided';

declare module '@tanstack/history' {
  interface HistoryState {
    /** Stands beside the address, never in it: coming back to the page says nothing again. */
    readonly concernSaid?: Said;
  }
}

/** Says once what was just saved. Whoever comes back to the page later does not read it again. */
export function useSaid(): Said | undefined {
  const { history } = useRouter();
  const location = useLocation();
  const [said] = useState(location.state.concernSaid);
  useEffect(() => {
    if (said !== undefined) history.replace(location.href);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, for the page that said it
  }, []);
  return said;
}
