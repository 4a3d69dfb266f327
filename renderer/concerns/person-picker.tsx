import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { PersonPage } from '../../shared/contract/people.ts';
import { formatNhsNumber } from '../../shared/domain/nhs-number.ts';
import { nameOfPerson } from '../../shared/domain/person-name.ts';
import type { LogFailure } from '../api.ts';
import { Look } from '../look.tsx';
import { findPeople } from '../people/find-people.ts';
import { useSignedIn } from '../signed-in.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { focusField } from '../ui/forms/errors.ts';
import { errorAt, fieldId } from '../ui/forms/field.tsx';
import { KeyValues } from '../ui/summary-list.tsx';
import { ageOn, longDate } from '../words/dates.ts';
import { AddedPerson } from './added-person.tsx';
import { noPracticeAtAll, type RaiseValues, type Who } from './raise-form.ts';

type Details = PersonPage['details'];

export function nameIn(details: Details): string {
  const { givenName = null, familyName = null, description = null } = details;
  return nameOfPerson({ givenName, familyName, description });
}

/** Who was chosen, with all that tells them from somebody of the same name. */
function Chosen({ details }: { readonly details: Details }) {
  const { practiceName } = useSignedIn();
  const { dateOfBirth, nhsNumber, practice } = details;
  return (
    <>
      <p className="chosen__name">{nameIn(details)}</p>
      <KeyValues
        rows={[
          ['Born', dateOfBirth === undefined ? 'Not known' : `${longDate(dateOfBirth)} (${ageOn(dateOfBirth)})`],
          ['NHS number', nhsNumber === undefined ? 'Not known' : formatNhsNumber(nhsNumber)],
          ['Practice', practiceName(practice)],
        ]}
      />
    </>
  );
}

// Out of the box itself: somebody quick goes on before anything has been looked up.
function typedToFind(): string {
  const box = document.getElementById(fieldId('person'));
  return box instanceof HTMLInputElement ? box.value.trim() : '';
}

/** What was typed to find somebody, so that nobody types it again to add them. */
function boxesFrom(typed: string): Partial<RaiseValues['added']> {
  if (/\d/.test(typed)) return { nhsNumber: typed };
  const names = typed.split(/\s+/);
  return { givenName: names.slice(0, -1).join(' '), familyName: names.at(-1) ?? '' };
}

const others = {
  new: 'Add someone who is not in this log',
  'not-identified': 'I do not know who they are yet',
  unborn: 'An unborn baby',
} as const satisfies Record<Exclude<Who, 'in-log'>, string>;

// Focus goes where the next answer is typed, for the button that was pressed is gone. Only after something was pressed:
// a draft that opens again takes it from nobody.
function useFocusAfter() {
  const target = useRef<string | null>(null);
  useEffect(() => {
    const element = target.current === null ? null : document.getElementById(fieldId(target.current));
    if (element === null) return;
    target.current = null;
    if (element.tabIndex === -1) element.focus({ preventScroll: true });
    else focusField(element.id);
  });
  return (field: string): void => {
    target.current = field;
  };
}

interface Props {
  readonly of: UseFormReturn<RaiseValues>;
  /** Who was chosen, as the log knows them. */
  readonly chosen: UseQueryResult<PersonPage, LogFailure>;
}

/** Where somebody goes on after choosing how the person is known. */
const firstFields = {
  'in-log': 'person',
  new: 'added.givenName',
  'not-identified': 'added.description',
  unborn: 'added.description',
} as const satisfies Record<Who, string>;

interface FinderProps extends Pick<Props, 'of'> {
  readonly onAdd: (who: Exclude<Who, 'in-log'>) => void;
  readonly onChoose: (person: string) => void;
}

function Finder({ of, onAdd, onChoose }: FinderProps) {
  const add = (who: Exclude<Who, 'in-log'>): void => {
    const { givenName, familyName, nhsNumber } = of.getValues('added');
    const untouched = `${givenName}${familyName}${nhsNumber}` === '';
    if (who === 'new' && untouched) of.setValue('added', { ...of.getValues('added'), ...boxesFrom(typedToFind()) });
    onAdd(who);
  };
  return (
    <>
      <Combobox
        name="person"
        label="Name or NHS number"
        hint="Finds people who are in this log"
        error={errorAt(of, 'person')}
        find={findPeople}
        onChoose={(option) => onChoose(option?.value ?? '')}
        nothingFound="Nobody found. Check the spelling, or add someone new below"
      />
      <ul className="others">
        {Object.entries(others).map(([who, label]) => (
          <li key={who}>
            <LinkButton onClick={() => add(who as keyof typeof others)}>{label}</LinkButton>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whom it is about: somebody found in the log, or somebody who is added with the concern. */
export function PersonPicker({ of, chosen }: Props) {
  const [who, person] = useWatch({ control: of.control, name: ['who', 'person'] });
  const focusNext = useFocusAfter();
  const choose = (id: string): void => {
    focusNext('person');
    of.setValue('person', id, { shouldDirty: true });
  };
  const change = (to: Who): void => {
    focusNext(firstFields[to]);
    // What was missing is asked for no longer, or in another box.
    of.clearErrors(['person', 'added']);
    if (to !== 'new' && of.getValues('added.practice') === noPracticeAtAll) of.setValue('added.practice', '');
    of.setValue('who', to, { shouldDirty: true });
  };
  return (
    <div className="form-section">
      <h2 className="as-legend">Who are you concerned about?</h2>
      {who !== 'in-log' && <AddedPerson of={of} who={who} onFind={() => change('in-log')} />}
      {who === 'in-log' && person === '' && <Finder of={of} onAdd={change} onChoose={choose} />}
      {who === 'in-log' && person !== '' && (
        <div className="chosen" id={fieldId('person')} tabIndex={-1} role="group" aria-label="Person chosen">
          <Look at={chosen} what="the person">
            {({ details }) => <Chosen details={details} />}
          </Look>
          <LinkButton onClick={() => choose('')}>Choose someone else</LinkButton>
        </div>
      )}
    </div>
  );
}
