import { useState } from 'react';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { log } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { WhyDialog } from '../why-dialog.tsx';

/** Opens a closed concern again, with a reason. How it was closed stays on it. */
export function Reopen({ page: { concern } }: { readonly page: ConcernPage }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>Reopen</Button>
      {asking && (
        <WhyDialog
          title="Reopen this concern"
          ask="Why is it reopened?"
          missing="Enter why it is reopened"
          save="Reopen this concern"
          onSave={(why) => log.concerns.reopen({ concern, why })}
          onClose={() => setAsking(false)}
        >
          <p>It is open again, and somebody has to decide what happens next. How it was closed stays on it.</p>
        </WhyDialog>
      )}
    </>
  );
}
