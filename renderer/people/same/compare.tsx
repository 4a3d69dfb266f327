import { useNavigate, useSearch } from '@tanstack/react-router';
import { useForm, useWatch } from 'react-hook-form';
import type { PersonLine } from '../../../shared/contract/people.ts';
import type { Pair } from '../../../shared/contract/same-person.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import { log } from '../../api.ts';
import { useShownName } from '../../initials.ts';
import { Look, useLook } from '../../look.tsx';
import { useSaving } from '../../saving.ts';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Choice } from '../../ui/forms/choice.tsx';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';
import { Empty, Guide } from '../../ui/notices.tsx';
import { Page } from '../../ui/page.tsx';
import { ageWords, longDate } from '../../words/dates.ts';
import { likenessWords } from './words.ts';

const apart = 'apart';

function bornWords({ dateOfBirth }: PersonLine): string {
  return dateOfBirth === null ? 'Not known' : `${longDate(dateOfBirth)} (${ageWords(dateOfBirth)})`;
}

function SideBySide({ pair: { one, other } }: { readonly pair: Pair }) {
  const shown = useShownName();
  const both = [one, other];
  const rows = [
    { key: 'Name', cells: both.map(({ name }) => shown(name)) },
    { key: 'Date of birth', cells: both.map((line) => bornWords(line)) },
    { key: 'NHS number', cells: both.map(({ nhsNumber }) => nhsNumber ?? 'Not known') },
    { key: 'Practice', cells: both.map(({ practice }) => practice ?? 'No practice here') },
  ].map(({ key, cells }) => ({ key, cells: [key, ...cells] }));
  return (
    <Card flush>
      <DataTable
        caption="Both records side by side"
        columns={[
          { key: 'what', label: 'What' },
          { key: 'one', label: one.reference },
          { key: 'other', label: other.reference },
        ]}
        rows={rows}
      />
    </Card>
  );
}

interface Values {
  /** The record that is kept, or that they are two people. */
  answer: string;
  why: string;
}

function Decide({ pair }: { readonly pair: Pair }) {
  const { one, other, keep } = pair;
  const form = useForm<Values>({ ...formRules, defaultValues: { answer: '', why: '' } });
  const saving = useSaving({ form });
  const navigate = useNavigate();
  const answer = useWatch({ control: form.control, name: 'answer' });
  const save = async (): Promise<void> => {
    const { why } = form.getValues();
    if (answer === '') form.setError('answer', { message: 'Select if they are the same person' });
    if (why.trim() === '') form.setError('why', { message: 'Enter how you know' });
    if (answer === '' || why.trim() === '') return;
    if (answer === apart) {
      const from = keep.includes(one.person) ? one.person : other.person;
      const person = from === one.person ? other.person : one.person;
      if ((await saving.save(() => log.people.keepApart({ person, from, why }))) === undefined) return;
      return navigate({ to: '/people', replace: true });
    }
    const kept = answer as PersonId; // `as`: the other options are the ids of both.
    const person = kept === one.person ? other.person : one.person;
    if ((await saving.save(() => log.people.join({ person, with: kept, why }))) === undefined) return;
    return navigate({ to: '/people/$person', params: { person: kept }, replace: true });
  };
  const options = [one, other]
    .filter(({ person }) => keep.includes(person))
    .map(({ person, reference }) => ({ value: person, label: `The same person: go on with ${reference}` }));
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Are they the same person?">
      <Choice
        of={form}
        name="answer"
        label="Are they the same person?"
        options={[...options, { value: apart, label: 'They are different people' }]}
      />
      <TextArea of={form} name="why" label="How do you know?" rows={3} max={4_000} />
      <SaveButton busy={saving.busy}>Save</SaveButton>
    </Form>
  );
}

/** Two records that may be of one person, side by side, and what is decided about them. */
export function Compare() {
  const { one, other } = useSearch({ from: '/people/compare' });
  const pairs = useLook('people', 'pairs', {});
  return (
    <Page title="Are they the same person?">
      <Look at={pairs} what="both records">
        {(found) => {
          const pair = found.find((two) => two.one.person === one && two.other.person === other);
          if (pair === undefined) {
            return (
              <Card>
                <Empty title="Nothing to compare" text="Somebody has decided about these two records already." />
              </Card>
            );
          }
          return (
            <>
              <p>{likenessWords[pair.likeness]}</p>
              <SideBySide pair={pair} />
              <div className="layout layout--form">
                <Decide pair={pair} />
                <Guide title="What joining does">
                  <p>Both records show as one to those who can read both. Nobody can read more because of it.</p>
                  <p>Whoever can read only one of them goes on with that one, and is not told of the other.</p>
                  <p>You can take it back later. Both entries stay in the log.</p>
                </Guide>
              </div>
            </>
          );
        }}
      </Look>
    </Page>
  );
}
