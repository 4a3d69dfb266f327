import { useState } from 'react';
import { useSaidAtUnlock } from '../said-at-unlock.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Flag } from '../ui/notices.tsx';
import { dateAndTime } from '../words/dates.ts';

/** What this sign-in found out about whoever signed in, or about the computer: once, first on Today. */
export function SaidAtSignIn() {
  const { lettingInWithdrawn, clockBehind } = useSaidAtUnlock();
  const { nameOf } = useSignedIn();
  const [now] = useState(() => new Date().toISOString());
  return (
    <>
      {lettingInWithdrawn !== null && (
        <Flag>
          <p>
            <strong>Your passphrase stays as it was.</strong> {nameOf(lettingInWithdrawn)} had let you in again with a
            new one, which waited to be confirmed. You signed in with the one from before, so the new one has ended. If
            you did not ask for it, tell your safeguarding lead.
          </p>
        </Flag>
      )}
      {clockBehind !== null && (
        <Flag>
          <p>
            <strong>Look at the clock of this computer.</strong> It says {dateAndTime(now)}, and the newest entry of the
            log was written {dateAndTime(clockBehind)}. Put the date and time right before you write: what is written
            with a wrong date stays so.
          </p>
        </Flag>
      )}
    </>
  );
}
