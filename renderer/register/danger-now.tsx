import { useState } from 'react';
import { isForDanger } from '../../shared/domain/contact-kinds.ts';
import { useSignedIn } from '../signed-in.tsx';
import { UrgentPanel } from '../ui/notices.tsx';
import { emergencyFirst } from '../words/always-true.ts';
import { checkWords, ringWords } from './contacts/number-words.ts';

interface NumberToRing {
  readonly who: string;
  readonly how: string;
  /** When somebody last checked it. */
  readonly more: string;
}

/** Numbers to ring, from those that somebody here wrote down. None is ever made up. */
export function useNumbers(): readonly NumberToRing[] {
  const { register } = useSignedIn();
  const [now] = useState(() => new Date());
  return register.contacts.filter(isForDanger).map((contact) => ({
    who: contact.name,
    how: ringWords(contact, register, now),
    more: checkWords(contact, register, now),
  }));
}

/** Whom to phone when somebody is in danger: first in the side column of every page on which it could matter. */
export function DangerNow() {
  const numbers = useNumbers();
  return (
    <UrgentPanel title="If someone is in danger now" contacts={numbers}>
      <p>{emergencyFirst}</p>
      {numbers.length === 0 && (
        <p>Not an emergency, and you do not know whom to phone? Phone 111, or ask the council for its duty team.</p>
      )}
    </UrgentPanel>
  );
}
