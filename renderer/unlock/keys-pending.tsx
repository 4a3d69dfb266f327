import { Button } from '../ui/button.tsx';

/** Somebody's new passphrase is right and opens nothing yet. */
export function KeysPending({ onBack }: { readonly onBack: () => void }) {
  return (
    <section role="alert" aria-label="One more colleague confirms it">
      <h2>One more colleague confirms it</h2>
      <p>
        Your new passphrase is right. It opens the log once a second colleague has confirmed that you were let in again.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          Ask a practice manager, supervisor or safeguarding lead to sign in here: not the one who let you in. Their
          Today shows that you wait.
        </li>
        <li>Then unlock with your new passphrase. From then on the old one opens nothing any more.</li>
        <li>If you remember the old one, it works until then. Using it ends the new one.</li>
        <li>Until then a colleague who can unlock the log can record a concern for you.</li>
      </ul>
      <Button kind="primary" onClick={onBack}>
        Try again
      </Button>
    </section>
  );
}
