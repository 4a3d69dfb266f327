import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { log, valueOf } from '../api.ts';
import { stageTags } from '../concerns/stage-words.ts';
import { shownName } from '../initials.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Combobox, type ComboboxOption } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { longDate } from '../words/dates.ts';
import { pages } from './pages.ts';

const longest = 256;
const most = 12;

interface Place extends ComboboxOption {
  readonly path: string;
}

/** Finds people, concerns by reference, and pages. Nothing is listed before somebody types. */
export function Find({ onClose }: { readonly onClose: () => void }) {
  const signedIn = useSignedIn();
  const navigate = useNavigate();
  const find = useCallback(
    async (typed: string): Promise<readonly Place[]> => {
      // When either fails the box says so: half an answer would read as "there is nobody".
      const [people, concerns] = await Promise.all([
        valueOf(log.people.find({ words: typed.slice(0, longest) })),
        valueOf(log.concerns.list({})),
      ]);
      const wanted = typed.toLowerCase();
      const foundPeople = people.map(({ person, name, dateOfBirth, nhsNumber, practiceRun }) => ({
        value: person,
        path: `/people/${person}`,
        label: shownName(name),
        more: [
          practiceRun ? 'Practice run: nobody real' : '',
          dateOfBirth === null ? 'Date of birth not known' : longDate(dateOfBirth),
          nhsNumber ?? '',
        ]
          .filter((part) => part !== '')
          .join(', '),
      }));
      const foundConcerns = concerns
        .filter(({ reference }) => reference.toLowerCase().includes(wanted))
        .map(({ concern, reference, name, practiceRun, stage }) => ({
          value: concern,
          path: `/concerns/${concern}`,
          label: reference,
          more: `${practiceRun ? 'Practice run' : 'Concern'} about ${shownName(name)}. ${stageTags[stage].words}`,
        }));
      const foundPages = [
        ...pages,
        { to: '/concerns/new', words: 'Raise a concern', forWhom: () => true },
        { to: '/practice/passphrase', words: 'Change my passphrase', forWhom: () => true },
        { to: '/practice/recovery', words: 'Recovery key', forWhom: () => true },
      ]
        .filter(({ words, forWhom }) => forWhom(signedIn) && words.toLowerCase().includes(wanted))
        .map(({ to, words }) => ({ value: to, path: to, label: words, more: 'Page' }));
      return [...foundPeople, ...foundConcerns, ...foundPages];
    },
    [signedIn],
  );
  const choose = (place: Place | null): void => {
    if (place === null) return;
    onClose();
    void navigate({ to: place.path });
  };
  return (
    <Dialog title="Find" onClose={onClose}>
      <Combobox
        name="find"
        label="Name, NHS number or reference"
        find={find}
        most={most}
        onChoose={choose}
        nothingFound="No matches. Check the spelling or use the NHS number"
      />
    </Dialog>
  );
}
