import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { digitsOf } from '../../shared/domain/nhs-number.ts';
import type { PersonInput } from '../people/person-values.ts';
import { type Suspect, suspectsFor } from '../people/suspects.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Flag } from '../ui/notices.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { longDate } from '../words/dates.ts';

const mostShown = 3;
const pause = 400;

type Entered = Pick<PersonInput, 'givenName' | 'familyName' | 'nhsNumber'>;

/** A first name alone is no reason to look: half the log has it. */
function isEnough({ givenName = '', familyName = '', nhsNumber = '' }: Entered): boolean {
  return (givenName.trim() !== '' && familyName.trim() !== '') || /^\d{10}$/.test(digitsOf(nhsNumber));
}

function usePaused(entered: Entered): Entered {
  const [paused, setPaused] = useState(entered);
  const { givenName, familyName, nhsNumber } = entered;
  useEffect(() => {
    const timer = setTimeout(() => setPaused({ givenName, familyName, nhsNumber }), pause);
    return () => clearTimeout(timer);
  }, [givenName, familyName, nhsNumber]);
  return paused;
}

interface Props {
  readonly entered: PersonInput;
  readonly onUse: (suspect: Suspect) => void;
}

function SideBySide({ entered, suspects, onUse }: Props & { readonly suspects: readonly Suspect[] }) {
  const { practiceName } = useSignedIn();
  const { givenName = '', familyName = '', dateOfBirth, practice } = entered;
  const born = (day: string | null | undefined): string => (day ? longDate(day) : 'Not known');
  const rows = [
    {
      key: 'entered',
      cells: [
        'You entered',
        `${givenName} ${familyName}`.trim(),
        born(dateOfBirth),
        practiceName(practice),
        'Not in the log yet',
      ],
    },
    ...suspects.map((suspect) => ({
      key: suspect.person,
      cells: [
        suspect.reference,
        suspect.name,
        born(suspect.dateOfBirth),
        suspect.practice ?? 'No practice here',
        <Button key="use" small onClick={() => onUse(suspect)}>
          Use this record<VisuallyHidden>: {suspect.reference}</VisuallyHidden>
        </Button>,
      ],
    })),
  ];
  return (
    <DataTable
      caption="What you entered beside what is in the log"
      columns={[
        { key: 'which', label: 'Record' },
        { key: 'name', label: 'Name' },
        { key: 'born', label: 'Date of birth' },
        { key: 'practice', label: 'Practice' },
        { key: 'use', label: 'Which one?' },
      ]}
      rows={rows}
    />
  );
}

/**
 * Says when somebody in the log, among those whom the reader reads, is like the person who is being added. It stops
 * nothing: a concern never waits until it is clear who somebody is.
 */
export function PerhapsInLog({ entered, onUse }: Props) {
  const looked = usePaused(entered);
  const found = useQuery({
    queryKey: ['people', 'suspects', looked],
    queryFn: () => suspectsFor({ ...entered, ...looked }),
    enabled: isEnough(looked),
  });
  const suspects = isEnough(entered) ? (found.data ?? []) : [];
  return (
    <>
      {/* Said in short: whoever hears the page finds the table under the box. */}
      <div role="status">
        <VisuallyHidden>{suspects.length > 0 ? 'This may be somebody who is in this log already' : ''}</VisuallyHidden>
      </div>
      {suspects.length > 0 && (
        <Flag>
          <p>
            <strong>This may be the same person</strong> as somebody who is in this log already. Two records of one
            person hide half of what happened. If they are different people, go on.
            {suspects.some(({ sameNumber }) => sameNumber) && ' The NHS number is the same: no two people share one.'}
          </p>
          <SideBySide entered={entered} suspects={suspects.slice(0, mostShown)} onUse={onUse} />
          {suspects.length > mostShown && (
            <p>
              Showing the first {mostShown} of {suspects.length}. Enter more of the name, or the NHS number, to see
              fewer.
            </p>
          )}
        </Flag>
      )}
    </>
  );
}
