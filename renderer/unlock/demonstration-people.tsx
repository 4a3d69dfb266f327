import type { DemonstrationPerson } from '../../shared/contract/store.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

interface Props {
  readonly people: readonly DemonstrationPerson[];
  readonly onChoose: (person: DemonstrationPerson) => void;
}

/** Everybody of the demonstration, with the passphrase that a real log would never show. */
export function DemonstrationPeople({ people, onChoose }: Props) {
  return (
    <section className="demonstration">
      <h3>This is a demonstration</h3>
      <p>Everybody here is invented, so their passphrases may be seen. Choose who to be.</p>
      <ul className="nhsuk-list">
        {people.map((person) => (
          <li key={person.staff}>
            <LinkButton onClick={() => onChoose(person)}>
              <VisuallyHidden>Fill in the passphrase of </VisuallyHidden>
              {person.name}
            </LinkButton>{' '}
            <span className="muted">
              {person.jobTitle}: <span className="nowrap">{person.passphrase}</span>
            </span>
          </li>
        ))}
      </ul>
      <Button small onClick={() => void window.practiceLog.window.choose('practice')}>
        Leave the demonstration
      </Button>
    </section>
  );
}
