import { Button } from '../ui/button.tsx';
import { lostForGood } from './recovery-words.ts';

interface Props {
  readonly onBack: () => void;
  readonly onRecover: () => void;
}

/** What can be done by somebody whose passphrase is forgotten or refused. */
export function CannotUnlock({ onBack, onRecover }: Props) {
  return (
    <>
      <h2>I cannot unlock the log</h2>
      <p>
        Nobody can look up your passphrase: it is kept nowhere. Type it once more first: capital letters, spaces and
        commas count.
      </p>
      <h3>Two colleagues can let you in again</h3>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>
          A practice manager, supervisor or safeguarding lead signs in here, opens “Who works here” and chooses “Let
          somebody in again”. You sit down and type a new passphrase.
        </li>
        <li>A second one of them signs in and confirms it. From then on your new passphrase unlocks.</li>
      </ol>
      <p>{lostForGood}</p>
      <h3>Nobody can let you in?</h3>
      <p>
        Then both halves of the recovery key can. The practice manager and the safeguarding lead keep one each, on
        paper.
      </p>
      <Button onClick={onRecover}>Use the recovery key</Button>
      <h3>Until you are in again</h3>
      <p>
        A colleague who can unlock the log can record a concern for you. Nobody needs this log to call 999, the police
        or the council.
      </p>
      <Button onClick={onBack}>Back</Button>
    </>
  );
}
