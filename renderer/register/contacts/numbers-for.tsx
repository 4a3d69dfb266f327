import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ContactKind } from '../../../shared/domain/contact-kinds.ts';
import type { PracticeId } from '../../../shared/domain/ids.ts';
import { contactsFor } from '../../../shared/policy/contacts.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { kindWords } from './kind-words.ts';
import { checkWords, ringWords } from './number-words.ts';

interface Props {
  readonly kind: ContactKind;
  /** Of the person it is about; null where it is not known. */
  readonly practice: PracticeId | null;
}

/** Whom to phone, where somebody is about to: the numbers of the council of this practice first. */
export function NumbersFor({ kind, practice }: Props) {
  const { register } = useSignedIn();
  const [now] = useState(() => new Date());
  const found = contactsFor(register, kind, practice);
  if (found.length === 0) {
    return (
      <p className="small">
        {`No number for “${kindWords[kind]}” in this log. `}
        <Link to="/practice/numbers">Phone numbers</Link>
      </p>
    );
  }
  return found.map((contact) => (
    <p key={contact.contact}>
      <strong>{contact.name}</strong>
      <br />
      {ringWords(contact, register, now)}
      {contact.email !== undefined && (
        <>
          <br />
          {`Secure email: ${contact.email}`}
        </>
      )}
      {contact.formAddress !== undefined && (
        <>
          <br />
          {`Form: ${contact.formAddress}`}
        </>
      )}
      <br />
      <span className="small muted">{checkWords(contact, register, now)}</span>
    </p>
  ));
}
