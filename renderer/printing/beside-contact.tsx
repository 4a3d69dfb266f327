import type { PersonId } from '../../shared/domain/ids.ts';
import { Look, useLook } from '../look.tsx';
import { hasWords, SafeContact } from './before-contact.tsx';

/** Beside where somebody can be reached: how that is safe, as their details and every concern about them say it. */
export function BesideContact({ person }: { readonly person: PersonId }) {
  const at = useLook('concerns', 'beforeContact', { person });
  return (
    <Look at={at} what="how to contact them safely">
      {(before) =>
        // Of somebody about whom nothing is known, a warning on every page would soon be read by nobody.
        hasWords(before) || before.people.some(({ ties }) => ties.length > 0) ? <SafeContact before={before} /> : null
      }
    </Look>
  );
}
