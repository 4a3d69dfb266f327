import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Asked before the window closes over a recovery key that is shown once. */
export function KeyNotWritten({ onBack }: { readonly onBack: () => void }) {
  return (
    <Dialog title="The recovery key is not written down yet" onClose={onBack} closeLabel="Go back">
      <p>
        Its two halves are shown once, now. If you close the window, nobody can ever see them again. The log itself is
        safe and opens with your passphrase, and two colleagues can make a new key on the page “Recovery key”. Until
        they have, every record is lost on the day on which nobody can unlock the log any more.
      </p>
      <div className="nhsuk-button-group">
        <Button kind="primary" onClick={onBack}>
          Go back
        </Button>
        <Button onClick={() => void window.practiceLog.window.leave()}>Close without the recovery key</Button>
      </div>
    </Dialog>
  );
}
