import { useSearch } from '@tanstack/react-router';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import type { EventId, PersonId } from '../../../shared/domain/ids.ts';
import { log } from '../../api.ts';
import { Look, useLook } from '../../look.tsx';
import { findPeople } from '../../people/find-people.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Choice } from '../../ui/forms/choice.tsx';
import { DateField } from '../../ui/forms/date-field.tsx';
import { errorAt, fieldId } from '../../ui/forms/field.tsx';
import { Select } from '../../ui/forms/select.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';
import { TextField } from '../../ui/forms/text-field.tsx';
import { Guide } from '../../ui/notices.tsx';
import { sendsNothing } from '../../words/always-true.ts';
import { nameIn } from '../person-picker.tsx';
import { optionsOf } from '../words.ts';
import { InConcern } from './in-concern.tsx';
import {
  asksParentalResponsibility,
  blankPlaced,
  isForWork,
  noPracticeHere,
  type PlaceValues,
  readPlaced,
  valuesOf,
} from './place-form.ts';
import { knownWords, placedRoleWords } from './words.ts';

interface Props {
  readonly of: UseFormReturn<PlaceValues>;
}

function Chosen({ of, inLog }: Props & { readonly inLog: PersonId }) {
  const found = useLook('people', 'show', { person: inLog });
  const written = of.getValues('name');
  return (
    <div className="chosen" id={fieldId('inLog')} role="group" aria-label="Person chosen">
      {written === '' ? (
        <Look at={found} what="the person">
          {({ details }) => <p className="chosen__name">{nameIn(details)}</p>}
        </Look>
      ) : (
        <p className="chosen__name">{written}</p>
      )}
      <LinkButton
        onClick={() => {
          of.setValue('name', '');
          of.setValue('inLog', '', { shouldDirty: true });
        }}
      >
        Choose someone else
      </LinkButton>
    </div>
  );
}

function InLog({ of }: Props) {
  const inLog = useWatch({ control: of.control, name: 'inLog' });
  if (inLog !== '') return <Chosen of={of} inLog={inLog as PersonId} />; // `as`: chosen from what the log found.
  return (
    <Combobox
      name="inLog"
      label="Name or NHS number"
      hint="Finds people who are in this log. Nothing is written in their own record."
      error={errorAt(of, 'inLog')}
      find={findPeople}
      onChoose={(option) => {
        of.setValue('name', '');
        of.setValue('inLog', option?.value ?? '', { shouldDirty: true });
      }}
      nothingFound="Nobody found. Check the spelling, or enter their name as words"
    />
  );
}

function Who({ of }: Props) {
  const options = [
    {
      value: 'by-name',
      label: 'I know their name',
      reveal: <TextField of={of} name="name" label="Their name" spellCheck={false} />,
    },
    { value: 'in-log', label: 'They are in this log', reveal: <InLog of={of} /> },
    {
      value: 'not-known',
      label: 'I do not know their name',
      reveal: <TextField of={of} name="whyNotKnown" label="Why is it not known?" />,
    },
  ];
  return <Choice of={of} name="named" label="Who are they?" options={options} />;
}

function Details({ of }: Props) {
  const { practices } = useSignedIn().register;
  const role = useWatch({ control: of.control, name: 'role' });
  const known = [
    ...practices.map(({ practice, name }) => ({ value: practice, label: name })),
    { value: noPracticeHere, label: 'A practice that is not in this log' },
  ];
  return (
    <div className="form-section">
      <TextField
        of={of}
        name="relationship"
        label="How do they know the person? (optional)"
        hint="For example, partner, son, neighbour, social worker"
      />
      {isForWork(role) ? null : (
        <>
          <DateField of={of} name="dateOfBirth" label="Date of birth (optional)" hint="For example, 23 11 1990" />
          <TextField of={of} name="age" label="Age, if you do not know the date (optional)" width={10} />
        </>
      )}
      <TextArea of={of} name="address" label="Address (optional)" rows={3} max={500} />
      {isForWork(role) ? null : (
        <Choice
          of={of}
          name="livesWithPerson"
          label="Do they live with the person?"
          options={optionsOf(knownWords)}
          inline
        />
      )}
      <Choice
        of={of}
        name="knowsOfConcern"
        label="Do they know about this concern?"
        options={optionsOf(knownWords)}
        inline
      />
      {isForWork(role) ? null : (
        <Select
          of={of}
          name="practice"
          label="Which practice are they registered at?"
          options={known}
          blank="I do not know"
        />
      )}
      {asksParentalResponsibility(role) ? (
        <Choice
          of={of}
          name="parentalResponsibility"
          label="Do they have parental responsibility? (optional)"
          hint="The legal rights and duties of a parent. Leave it if no child is part of this."
          options={optionsOf(knownWords)}
          inline
        />
      ) : null}
    </div>
  );
}

function Fields({ of }: Props) {
  return (
    <>
      <div className="form-section">
        <Choice
          of={of}
          name="role"
          size="m"
          label="What is their part in this concern?"
          options={optionsOf(placedRoleWords)}
        />
        <Who of={of} />
      </div>
      <Details of={of} />
      <p>{sendsNothing}</p>
    </>
  );
}

const beside = (
  <div className="sticky-col">
    <Guide title="It stays in this concern">
      <p>What you write here stands in this concern and nowhere else.</p>
      <p>It is not written in their own record. A link to another concern does not carry it over.</p>
    </Guide>
    <Guide title="Do not ask the source of harm">
      <p>Write what you know. Do not phone or ask anybody to fill a gap here.</p>
    </Guide>
  </div>
);

function blankFor(page: ConcernPage, placed: string | undefined): PlaceValues {
  const corrected = page.people.find(({ event }) => event === placed);
  return corrected === undefined ? blankPlaced(page) : valuesOf(page, corrected);
}

/** Gives somebody a role in a concern, or corrects what was written of them. */
export function PlacePerson() {
  const { placed } = useSearch({ from: '/concerns/$concern/people' });
  const instead = placed === undefined ? {} : { insteadOf: placed as EventId }; // `as`: the log refuses anything else.
  return (
    <InConcern
      title={placed === undefined ? 'Add somebody to this concern' : 'Correct what stands about somebody'}
      part="people"
      about={placed}
      blank={(page) => blankFor(page, placed)}
      read={readPlaced}
      send={(said, to) => log.concerns.placePerson({ ...to, ...instead, placed: said })}
      saveLabel="Save"
      notYet="It is not part of the concern yet."
      fields={Fields}
      beside={beside}
    />
  );
}
