import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import {
  type CategoryGroup,
  type ConcernCategory,
  categoriesCheckedOn,
  categoryGroups,
  changedCategory,
  mustStay,
  withCategory,
} from '../../shared/domain/concern-categories.ts';
import { log } from '../api.ts';
import { groupWords } from '../concerns/categories.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { Banner } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { longDate } from '../words/dates.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

type Categories = readonly ConcernCategory[];

function saved(value: Categories) {
  return log.register.changeSetting({ change: { setting: 'concern-categories', value: [...value] } });
}

interface WordsProps {
  readonly all: Categories;
  /** The one that gets another name; null for one more. */
  readonly one: ConcernCategory | null;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** One more type, or another name for one. */
function WordsDialog({ all, one, onDone, onClose }: WordsProps) {
  const form = useForm<{ name: string; group: '' | CategoryGroup }>({
    ...formRules,
    defaultValues: { name: one?.name ?? '', group: one?.group ?? '' },
  });
  // The log names a field by its place in the list.
  const saving = useSaving({ form, fields: () => 'name' });
  const save = async (): Promise<void> => {
    const { name, group } = form.getValues();
    if (name.trim() === '') form.setError('name', { message: 'Enter what to call it' });
    if (group === '') form.setError('group', { message: 'Select where it belongs' });
    if (name.trim() === '' || group === '') return;
    const typed = name.trim();
    const next =
      one === null ? withCategory(all, { name: typed, group }) : changedCategory(all, one.id, { name: typed });
    const done = await saving.save(() => saved(next));
    if (done !== undefined) onDone(one === null ? `Added: ${typed}` : `Now called: ${typed}`);
  };
  const title = one === null ? 'Add a type of concern' : 'Change the name';
  return (
    <Dialog title={title} onClose={onClose}>
      <Form of={form} onSave={() => void save()} problem={saving.problem} label={title}>
        <TextField
          of={form}
          name="name"
          label="What is it called?"
          hint={
            one === null
              ? 'A few words that everybody here knows.'
              : 'Concerns that have this type show the new name too. Keep what it means.'
          }
        />
        {one === null && (
          <Choice
            of={form}
            name="group"
            label="Where does it belong?"
            options={categoryGroups.map((group) => ({ value: group, label: groupWords[group] }))}
          />
        )}
        <div className="nhsuk-button-group">
          <SaveButton busy={saving.busy}>Save</SaveButton>
          <LinkButton onClick={onClose}>Cancel</LinkButton>
        </div>
      </Form>
    </Dialog>
  );
}

interface UseProps extends Omit<WordsProps, 'one'> {
  readonly one: ConcernCategory;
}

/** Out of use, or in use again. */
function UseDialog({ all, one, onDone, onClose }: UseProps) {
  const { id, name, active } = one;
  const act = async () => {
    const answer = await saved(changedCategory(all, id, { active: !active }));
    if (answer.ok) onDone(active ? `No longer in use: ${name}` : `In use again: ${name}`);
    return answer;
  };
  return (
    <ConfirmDialog
      title={active ? `Take out of use: ${name}` : `Use again: ${name}`}
      act={active ? 'Take out of use' : 'Use again'}
      busyText="Saving"
      onDo={act}
      onClose={onClose}
    >
      <p>
        {active
          ? 'Nobody can choose it for a new concern. Concerns that have it keep it.'
          : 'It can be chosen for new concerns again.'}
      </p>
    </ConfirmDialog>
  );
}

interface GroupProps {
  readonly group: CategoryGroup;
  readonly all: Categories;
  readonly onRename: (one: ConcernCategory) => void;
  readonly onUse: (one: ConcernCategory) => void;
}

function Group({ group, all, onRename, onUse }: GroupProps) {
  const { isManager } = useSignedIn();
  return (
    <Card title={groupWords[group]}>
      <SummaryList
        rows={all
          .filter((one) => one.group === group)
          .map((one) => ({
            key: one.name,
            value: one.active ? 'In use' : 'No longer in use',
            ...(isManager && {
              action: (
                <>
                  <LinkButton onClick={() => onRename(one)}>
                    Change the name<VisuallyHidden>: {one.name}</VisuallyHidden>
                  </LinkButton>{' '}
                  {mustStay(one.id) ? null : (
                    <LinkButton onClick={() => onUse(one)}>
                      {one.active ? 'Take out of use' : 'Use again'}
                      <VisuallyHidden>: {one.name}</VisuallyHidden>
                    </LinkButton>
                  )}
                </>
              ),
            }),
          }))}
      />
    </Card>
  );
}

type Open = { readonly what: 'words'; readonly one: ConcernCategory | null } | { what: 'use'; one: ConcernCategory };

/** What a concern can be about, in the words of this practice. Everybody may look; practice managers change it. */
export function ConcernTypes() {
  const { register, isManager } = useSignedIn();
  const all = register.settings.concernCategories;
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const onClose = (): void => setOpen(null);
  const onDone = (words: string): void => {
    setSaid(words);
    setOpen(null);
  };
  return (
    <Page
      title="Types of concern"
      caption={register.name}
      after={
        isManager
          ? 'What people can choose when they raise a concern. Nothing is deleted: each change stands in the audit log.'
          : 'What people can choose when they raise a concern. A practice manager changes them.'
      }
      actions={
        isManager ? <Button onClick={() => setOpen({ what: 'words', one: null })}>Add a type of concern</Button> : null
      }
      back={
        <Link to="/practice/settings" className="nhsuk-back-link">
          Settings
        </Link>
      }
    >
      {said !== null && open === null && <Banner kind="success" heading={said} />}
      {categoryGroups.map((group) => (
        <Group
          key={group}
          group={group}
          all={all}
          onRename={(one) => setOpen({ what: 'words', one })}
          onUse={(one) => setOpen({ what: 'use', one })}
        />
      ))}
      <p className="small muted">
        The list that came with this version was checked on {longDate(categoriesCheckedOn)}. Some types cannot be taken
        out of use: this log tells people what to do about them.
      </p>
      {open?.what === 'words' && <WordsDialog all={all} one={open.one} onDone={onDone} onClose={onClose} />}
      {open?.what === 'use' && <UseDialog all={all} one={open.one} onDone={onDone} onClose={onClose} />}
    </Page>
  );
}
