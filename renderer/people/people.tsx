import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { PersonLine } from '../../shared/contract/people.ts';
import { isReal } from '../concerns/concern-status.ts';
import { PracticeTag } from '../concerns/practice-tag.tsx';
import { useShownName } from '../initials.ts';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { Empty } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { Problem } from '../ui/problem.tsx';
import { Tag } from '../ui/tag.tsx';
import { ageWords, longDate } from '../words/dates.ts';
import { NotForManagers } from './not-for-managers.tsx';
import { isOnlyManager } from './only-manager.ts';
import { PerhapsSame } from './same/perhaps-same.tsx';

const pause = 200;
const longest = 256;

function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled.trim().slice(0, longest);
}

/** What was found for the words in the box. While it looks, what was found before stays. */
function useFoundPeople(words: string) {
  const at = useLook('people', 'find', { words }, words !== '');
  const [found, setFound] = useState<{ readonly words: string; readonly lines: readonly PersonLine[] } | null>(null);
  useEffect(() => {
    if (at.data !== undefined) setFound({ words, lines: at.data });
  }, [at.data, words]);
  return { at, found: words === '' ? null : found };
}

function bornCell({ dateOfBirth }: PersonLine) {
  if (dateOfBirth === null) return 'Not known';
  return (
    <>
      {longDate(dateOfBirth)}
      <div className="muted">Age {ageWords(dateOfBirth)}</div>
    </>
  );
}

const columns = [
  { key: 'name', label: 'Name and NHS number' },
  { key: 'born', label: 'Date of birth' },
  { key: 'practice', label: 'Practice' },
] as const;

function PeopleTable({ people }: { readonly people: readonly PersonLine[] }) {
  const shown = useShownName();
  const rows = people.map((line) => ({
    key: line.person,
    cells: [
      <>
        <Link to="/people/$person" params={{ person: line.person }}>
          {shown(line.name)}
        </Link>{' '}
        {line.nearly === true && <Tag colour="grey">Nearly the same spelling</Tag>}{' '}
        {line.practiceRun && <PracticeTag />}
        <div className="muted">{line.nhsNumber ?? 'NHS number not known'}</div>
      </>,
      bornCell(line),
      line.practice ?? 'No practice here',
    ],
  }));
  return (
    <Card flush>
      <DataTable caption="People" columns={columns} rows={rows} />
    </Card>
  );
}

function countWords(count: number, words: string): string {
  if (words === '') return count === 1 ? '1 person whose records you read' : `${count} people whose records you read`;
  if (count === 0) return `No matches for “${words}”. Check the spelling or use the NHS number.`;
  return count === 1 ? `1 person matches “${words}”` : `${count} people match “${words}”`;
}

function Search({ all }: { readonly all: readonly PersonLine[] }) {
  const form = useForm({ ...formRules, defaultValues: { words: '' } });
  const words = useSettled(useWatch({ control: form.control, name: 'words' }));
  const { at, found } = useFoundPeople(words);
  const people = found?.lines ?? all;
  return (
    <>
      <search className="column">
        <TextField
          of={form}
          name="words"
          label="Name or NHS number"
          hint="The beginning of each name is enough, in any order. A slip in the spelling does not matter. An NHS number must be whole."
          spellCheck={false}
        />
      </search>
      <p role="status">{countWords(people.filter(isReal).length, found?.words ?? '')}</p>
      {at.error !== null && <Problem sentence={at.error.message} onAgain={() => void at.refetch()} />}
      {people.length > 0 && <PeopleTable people={people} />}
    </>
  );
}

const addPerson = (
  <Link to="/people/new" className={buttonClass()}>
    Add a person
  </Link>
);

function NobodyYet() {
  return (
    <Card>
      <Empty
        title="No people in this log yet"
        icon="people"
        text="You see a person here once you have added them, or when you read a concern or a referral about them."
        action={addPerson}
      />
    </Card>
  );
}

const forManagers = {
  title: 'A manager reads no record about a person',
  text: 'You see that the work is done: supervision, who works here, and the audit log. To ask about a person, speak to the safeguarding lead.',
};

/** The people whose records the reader reads. */
export function People() {
  const onlyManager = isOnlyManager(useSignedIn());
  const people = useLook('people', 'list', {});
  const none = people.data?.length === 0;
  return (
    <Page title="People" actions={none || onlyManager ? null : addPerson}>
      {onlyManager ? null : <PerhapsSame />}
      <Look at={people} what="people">
        {(all) => {
          if (all.length > 0) return <Search all={all} />;
          return onlyManager ? <NotForManagers {...forManagers} /> : <NobodyYet />;
        }}
      </Look>
    </Page>
  );
}
