import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Housemate } from '../../shared/contract/household.ts';
import type { PersonPage } from '../../shared/contract/people.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { WhyDialog } from '../concerns/why-dialog.tsx';
import { useShownName } from '../initials.ts';
import { useSaving } from '../saving.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Combobox, type ComboboxOption } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { errorAt, formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { ageWords } from '../words/dates.ts';
import { findPeople } from './find-people.ts';

interface DialogProps {
  readonly person: PersonId;
  readonly onClose: () => void;
}

function AddHousemate({ person, onClose }: DialogProps) {
  const form = useForm({ ...formRules, defaultValues: { with: '', relation: '' } });
  const saving = useSaving({ form });
  const [chosen, setChosen] = useState<ComboboxOption | null>(null);
  const choose = (option: ComboboxOption | null): void => {
    setChosen(option);
    form.setValue('with', option?.value ?? '');
  };
  const save = async (): Promise<void> => {
    const { with: other, relation } = form.getValues();
    if (other === '') return form.setError('with', { message: 'Select who lives there' });
    const said = relation.trim() === '' ? {} : { relation };
    // `as`: an id out of the list.
    const saved = await saving.save(() => log.people.linkHousehold({ person, with: other as PersonId, ...said }));
    if (saved !== undefined) onClose();
  };
  return (
    <Dialog title="Add somebody who lives there" onClose={onClose}>
      <p>
        It shows to those who can read both people. It opens no record to anybody. Never add here who may be the source
        of harm: put them in the concern instead.
      </p>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label="Add somebody who lives there">
        <Combobox
          name="with"
          label="Who lives there? Name or NHS number"
          error={errorAt(form, 'with')}
          find={findPeople}
          chosen={chosen}
          onChoose={choose}
          nothingFound="Nobody found. Add them under People first"
        />
        <TextField of={form} name="relation" label="Who are they to this person? (optional)" />
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>Add to household</SaveButton>
          <LinkButton onClick={onClose}>Cancel</LinkButton>
        </div>
      </Form>
    </Dialog>
  );
}

function housemateWords({ relation, dateOfBirth }: Housemate): string {
  const age = dateOfBirth === null ? 'Date of birth not known' : `Age ${ageWords(dateOfBirth)}`;
  return relation === null ? age : `${relation}. ${age}`;
}

/** Who else lives there, as far as the reader reads who they are. */
export function HouseholdCard({ page: { person, household, practiceRun } }: { readonly page: PersonPage }) {
  const shown = useShownName();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Housemate | null>(null);
  if (practiceRun) return null;
  const add = (
    <Button small onClick={() => setAdding(true)}>
      Add somebody<VisuallyHidden> who lives there</VisuallyHidden>
    </Button>
  );
  return (
    <Card title="Who else lives there" actions={add} flush>
      <WorkList label="Who else lives there">
        {household.map((mate) => (
          <WorkRow
            key={mate.person}
            title={
              <Link to="/people/$person" params={{ person: mate.person }}>
                {shown(mate.name)}
              </Link>
            }
            meta={housemateWords(mate)}
            action={
              <LinkButton onClick={() => setLeaving(mate)}>
                Take back<VisuallyHidden> that {shown(mate.name)} lives there</VisuallyHidden>
              </LinkButton>
            }
          />
        ))}
        {household.length === 0 && <WorkRow title="Nobody is recorded whom you can read." />}
      </WorkList>
      {adding && <AddHousemate person={person} onClose={() => setAdding(false)} />}
      {leaving !== null && (
        <WhyDialog
          title="Take this back?"
          ask="Why do they not live there?"
          missing="Enter why they do not live there"
          save="Take it back"
          onSave={(why) => log.people.unlinkHousehold({ person, with: leaving.person, why })}
          onClose={() => setLeaving(null)}
        >
          <p>{shown(leaving.name)} is then no longer shown in this household. Both entries stay in the log.</p>
        </WhyDialog>
      )}
    </Card>
  );
}
