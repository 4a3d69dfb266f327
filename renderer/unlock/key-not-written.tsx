import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Asked before the window closes over a recovery key that is shown once. */
export function KeyNotWritten({ onBack }: { readonly onBack: () => void }) {
  return (
    <Dialog title="The recovery key is not written down yet" onClose={onBack} closeLabel="Go back">
      <p>
        Its two halves are shown once, now. If you close the window, nobody can ever see them again, and no new ones can
        be made without them. The log itself is safe and opens with your passphrase. On the day on which nobody can
        unlock it any more, every record in it is lost.
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
