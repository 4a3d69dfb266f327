import { useState } from 'react';
import { type Path, useForm } from 'react-hook-form';
import { dayInEngland } from '../../shared/domain/calendar.ts';
import type { GpRecordCode, GpRecordCodes } from '../../shared/domain/gp-record.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { RepeatableRows } from '../ui/forms/repeatable-rows.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Select } from '../ui/forms/select.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { checkedWords } from '../words/dates.ts';

const forWords = { adult: 'An adult', child: 'A child', any: 'Anybody' } as const satisfies Record<
  GpRecordCode['for'],
  string
>;

const options = Object.entries(forWords).map(([value, label]) => ({ value, label }));

interface Values {
  codes: { code: string; term: string; for: GpRecordCode['for'] }[];
}

const blankCode: Values['codes'][number] = { code: '', term: '', for: 'any' };

/** The codes as Settings shows them. */
export function GpRecordCodeList({ value: { codes, checkedOn } }: { readonly value: GpRecordCodes }) {
  return (
    <>
      {codes.length === 0 ? 'None' : null}
      <ul className="nhsuk-list">
        {codes.map(({ code, term, for: whom }) => (
          <li key={code}>
            {term}
            <br />
            <span className="small muted">
              <span className="tnum">{code}</span>, for {forWords[whom].toLowerCase()}
            </span>
          </li>
        ))}
      </ul>
      <span className="small muted">{checkedWords(checkedOn)}</span>
    </>
  );
}

interface Props {
  readonly value: GpRecordCodes;
  readonly onSaved: () => void;
}

/** Corrects the codes that are offered when a concern is copied to the GP record. Saving says that they were checked. */
export function GpRecordCodesSetting({ value, onSaved }: Props) {
  const [codes] = useState(() => value.codes.map((code) => ({ ...code })));
  const form = useForm<Values>({ ...formRules, defaultValues: { codes } });
  // The log names a box as `change.value.codes.0.term`.
  const fields = (field: string) => field.replace(/^(change\.)?(value\.)?/, '') as Path<Values>; // `as`: its other names are the form's.
  const saving = useSaving({ form, fields });
  const save = async (): Promise<void> => {
    const typed = form.getValues('codes').map((code) => ({ ...code, code: code.code.replaceAll(/\s/g, '') }));
    const kept = typed.filter(({ code, term }) => code !== '' || term.trim() !== '');
    const checkedOn = dayInEngland(new Date());
    const change = { setting: 'gp-record-codes', value: { codes: kept, checkedOn } } as const;
    if ((await saving.save(() => log.register.changeSetting({ change }))) !== undefined) onSaved();
  };
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Codes for the GP record">
      <p>Look up each code in your GP system, or in the NHS browser for SNOMED CT. Codes change.</p>
      <RepeatableRows
        of={form}
        name="codes"
        heading="Codes"
        title={(number) => `Code ${number}`}
        addLabel="Add a code"
        empty={blankCode}
        level={3}
        render={(place) => (
          <>
            <TextField of={form} name={`codes.${place}.code`} label="SNOMED CT code" width={20} inputMode="numeric" />
            <TextField of={form} name={`codes.${place}.term`} label="Its words" />
            <Select of={form} name={`codes.${place}.for`} label="For whom?" options={options} />
          </>
        )}
      />
      <SaveButton busy={saving.busy}>I checked these codes today: save</SaveButton>
    </Form>
  );
}
