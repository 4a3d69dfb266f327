import { Button } from '../ui/button.tsx';

/** What can be done by somebody whose passphrase is forgotten or refused. */
export function CannotUnlock({ onBack }: { readonly onBack: () => void }) {
  return (
    <>
      <h2>I cannot unlock the log</h2>
      <p>Nobody can look up your passphrase: it is kept nowhere.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>Type it again. Capital letters, spaces and commas count.</li>
        <li>
          If it stays refused, ask your practice manager. A colleague can record a concern for you meanwhile, and nobody
          needs this log to call 999, the police or the council.
        </li>
        <li>
          The two halves of the recovery key open the log when nobody else can. Keep them where they are until your
          manager and safeguarding lead decide to use them together.
        </li>
      </ul>
      <Button onClick={onBack}>Back</Button>
    </>
  );
}
