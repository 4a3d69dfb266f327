import { useEffect, useRef } from 'react';
import { digitsOf, formatNhsNumber, type NhsNumber } from '../../shared/domain/nhs-number.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Interruption } from '../ui/notices.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { ageWords, longDate } from '../words/dates.ts';
import type { PersonInput } from './person-values.ts';
import type { Suspect } from './suspects.ts';

function bornWords(dateOfBirth: string | null | undefined): string {
  return dateOfBirth ? `${longDate(dateOfBirth)} (${ageWords(dateOfBirth)})` : 'Not known';
}

function numberWords(nhsNumber: string | undefined): string {
  // `as`: the log refuses it later if it is none, beside its box.
  return nhsNumber === undefined ? 'Not known' : formatNhsNumber(digitsOf(nhsNumber) as NhsNumber);
}

/** How many stand side by side. */
const most = 5;

interface Props {
  readonly entered: PersonInput;
  readonly suspects: readonly Suspect[];
  readonly busy: boolean;
  readonly onUse: (suspect: Suspect) => void;
  readonly onDifferent: () => void;
  readonly onBack: () => void;
}

type SideBySideProps = Pick<Props, 'entered' | 'suspects' | 'onUse'>;

function SideBySide({ entered, suspects, onUse }: SideBySideProps) {
  const { practiceName } = useSignedIn();
  const name = [entered.givenName, entered.familyName].filter((part) => part !== undefined).join(' ');
  const rows = [
    { key: 'Name', cells: [name === '' ? 'Not known' : name, ...suspects.map((line) => line.name)] },
    { key: 'Date of birth', cells: [entered.dateOfBirth, ...suspects.map((line) => line.dateOfBirth)].map(bornWords) },
    {
      key: 'NHS number',
      cells: [numberWords(entered.nhsNumber), ...suspects.map(({ nhsNumber }) => nhsNumber ?? 'Not known')],
    },
    {
      key: 'Practice',
      cells: [practiceName(entered.practice), ...suspects.map(({ practice }) => practice ?? 'No practice here')],
    },
  ].map(({ key, cells }) => ({ key, cells: [key, ...cells] }));
  const choose = suspects.map((suspect) => (
    <Button key={suspect.person} small onClick={() => onUse(suspect)}>
      Use this record<VisuallyHidden>: {suspect.reference}</VisuallyHidden>
    </Button>
  ));
  return (
    <Card flush>
      <DataTable
        caption="What you entered beside what is in the log"
        columns={[
          { key: 'what', label: <VisuallyHidden>What</VisuallyHidden> },
          { key: 'entered', label: 'You entered' },
          ...suspects.map(({ person, reference }) => ({ key: person, label: `In this log: ${reference}` })),
        ]}
        rows={[...rows, { key: 'use', cells: ['Which one?', 'Nothing is saved yet', ...choose] }]}
      />
    </Card>
  );
}

/** Stops somebody before one person gets two records. */
export function SamePerson({ entered, suspects, busy, onUse, onDifferent, onBack }: Props) {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    top.current?.focus();
  }, []);
  return (
    <>
      <div ref={top} tabIndex={-1}>
        <Interruption level={2} title="This may be the same person">
          <p>
            {suspects.length === 1 ? 'Somebody in this log is' : `${suspects.length} people in this log are`} like the
            person you entered. Two records of one person hide half of what happened. Compare them.
          </p>
        </Interruption>
      </div>
      {suspects.length > most && (
        <p>
          Showing the first {most} of {suspects.length}. Go back and enter their NHS number or more of their name to
          compare fewer.
        </p>
      )}
      <SideBySide entered={entered} suspects={suspects.slice(0, most)} onUse={onUse} />
      <div className="nhsuk-button-group">
        <Button aria-disabled={busy || undefined} onClick={onDifferent}>
          They are different people
        </Button>
        <Button onClick={onBack}>Go back to what I entered</Button>
      </div>
    </>
  );
}
