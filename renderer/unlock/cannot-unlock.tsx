import { Button } from '../ui/button.tsx';

/** What can be done by somebody whose passphrase is forgotten or refused: what this version can do, and no more. */
export function CannotUnlock({ onBack }: { readonly onBack: () => void }) {
  return (
    <>
      <h2>I cannot unlock the log</h2>
      <p>
        Nobody can look up your passphrase: it is kept nowhere. This version of the program cannot give you a new one
        for the name that you sign in with.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>Type it again. Capital letters, spaces and commas count.</li>
        <li>
          If it stays refused, tell your practice manager. They can add you to the log once more, as a new person with a
          new passphrase, and give you your roles. What you wrote before stays in the log for everyone else who can read
          it. You see it as the new person only where your role lets you, or where a colleague shares it with you. Your
          drafts cannot be brought back.
        </li>
        <li>
          A colleague who can unlock the log can record a concern for you meanwhile. Nobody needs this log to call 999,
          the police or the council.
        </li>
        <li>
          If nobody at all can unlock it, keep both halves of the recovery key and every file of the log, and delete
          nothing. This version has no page that takes the halves. A specialist can read the log with both of them.
        </li>
      </ul>
      <Button onClick={onBack}>Back</Button>
    </>
  );
}
