import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { PersonId } from '../../shared/domain/ids.ts';
import { formatNhsNumber } from '../../shared/domain/nhs-number.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import { Look, useLook } from '../look.tsx';
import { findPeople } from '../people/find-people.ts';
import { useSignedIn } from '../signed-in.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { errorAt, fieldId } from '../ui/forms/field.tsx';
import { KeyValues } from '../ui/summary-list.tsx';
import { ageWords, longDate } from '../words/dates.ts';
import type { ReferralValues } from './referral-form.ts';

interface Props {
  readonly of: UseFormReturn<ReferralValues>;
  /** Keeps what is typed, and goes to where somebody is added. */
  readonly onAdd: () => void;
}

function Chosen({ person, onElse }: { readonly person: PersonId; readonly onElse: () => void }) {
  const { practiceName } = useSignedIn();
  const at = useLook('people', 'show', { person });
  return (
    <div className="chosen" id={fieldId('person')} role="group" aria-label="Person chosen">
      <Look at={at} what="the person">
        {({ details }) => {
          const { givenName = null, familyName = null, description = null, dateOfBirth, nhsNumber, practice } = details;
          const born = dateOfBirth === undefined ? 'Not known' : `${longDate(dateOfBirth)} (${ageWords(dateOfBirth)})`;
          return (
            <>
              <p className="chosen__name">{nameOfPerson({ givenName, familyName, description })}</p>
              <KeyValues
                rows={[
                  ['Born', born],
                  ['NHS number', nhsNumber === undefined ? 'Not known' : formatNhsNumber(nhsNumber)],
                  ['Practice', practiceName(practice)],
                ]}
              />
            </>
          );
        }}
      </Look>
      <LinkButton onClick={onElse}>Choose someone else</LinkButton>
    </div>
  );
}

/** Whom the referral is about: shown before anything is written about the wrong person. */
export function ReferralPerson({ of, onAdd }: Props) {
  const person = useWatch({ control: of.control, name: 'person' });
  const choose = (chosen: string): void => of.setValue('person', chosen);
  if (person !== '') return <Chosen person={person as PersonId} onElse={() => choose('')} />; // `as`: the log refuses anything else.
  return (
    <>
      <Combobox
        name="person"
        label="Who is it about? Name or NHS number"
        hint="Finds people who are in this log."
        error={errorAt(of, 'person')}
        find={findPeople}
        onChoose={(option) => choose(option?.value ?? '')}
        nothingFound="Nobody found. Check the spelling, or add someone new below"
      />
      <p>
        <LinkButton onClick={onAdd}>Add someone who is not in this log</LinkButton>
      </p>
    </>
  );
}
