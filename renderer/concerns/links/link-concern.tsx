import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import type { ThreadId } from '../../../shared/domain/ids.ts';
import { log } from '../../api.ts';
import { useSaving } from '../../saving.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { Combobox, type ComboboxOption } from '../../ui/combobox.tsx';
import { Choice } from '../../ui/forms/choice.tsx';
import { errorAt, formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';
import { Guide } from '../../ui/notices.tsx';
import { DecidersOnly } from '../deciders-only.tsx';
import { optionsOf } from '../words.ts';
import { findConcerns } from './find-concerns.ts';
import { type As, asHints, asWords } from './words.ts';

interface Values {
  to: string;
  as: '' | As;
  why: string;
}

const missing = {
  to: 'Select the other concern',
  as: 'Select how they belong together',
  why: 'Enter why they belong together',
} as const satisfies Record<keyof Values, string>;

function LinkForm({ page: { concern } }: { readonly page: ConcernPage }) {
  const signedIn = useSignedIn();
  const find = useCallback((typed: string) => findConcerns(typed, signedIn), [signedIn]);
  const form = useForm<Values>({ ...formRules, defaultValues: { to: '', as: '', why: '' } });
  const saving = useSaving({ form });
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ComboboxOption | null>(null);
  const choose = (option: ComboboxOption | null): void => {
    setChosen(option);
    form.setValue('to', option?.value ?? '', { shouldDirty: true });
  };
  const save = async (): Promise<void> => {
    const typed = form.getValues();
    const empty = (['to', 'as', 'why'] as const).filter((field) => typed[field].trim() === '');
    for (const field of empty) form.setError(field, { message: missing[field] });
    if (empty.length > 0) return;
    const { to, as, why } = typed as Values & { to: ThreadId; as: As }; // `as`: chosen from lists, and not empty.
    if ((await saving.save(() => log.concerns.link({ concern, to, as, why }))) === undefined) return;
    await navigate({ to: '/concerns/$concern', params: { concern }, replace: true, state: { concernSaid: 'linked' } });
  };
  const options = optionsOf(asWords).map((option) => ({
    ...option,
    hint: asHints[option.value as As], // `as`: optionsOf gives the keys as text.
  }));
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Link to another concern">
      <Combobox
        name="to"
        label="Which concern?"
        hint="Type a name, or a part of the reference. It finds concerns that you can read."
        error={errorAt(form, 'to')}
        find={find}
        chosen={chosen}
        onChoose={choose}
        nothingFound="No such concern found. Check the spelling"
      />
      <Choice of={form} name="as" label="How do they belong together?" options={options} />
      <TextArea of={form} name="why" label="Why?" rows={3} max={4_000} />
      <div className="nhsuk-button-group">
        <SaveButton busy={saving.busy}>Save this link</SaveButton>
        <Link to="/concerns/$concern" params={{ concern }}>
          Cancel
        </Link>
      </div>
    </Form>
  );
}

/** Says that two concerns belong together, or that this one is about the same thing as another. */
export function LinkConcern() {
  return (
    <DecidersOnly title="Link to another concern">
      {(page) => (
        <div className="layout layout--form">
          <LinkForm page={page} />
          <Guide title="What a link does">
            <p>It shows on both concerns, to those who can read both. Nobody can read more because of it.</p>
            <p>You can take it back. Both entries stay in the log.</p>
          </Guide>
        </div>
      )}
    </DecidersOnly>
  );
}
