import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import type { OutputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import { log } from '../api.ts';
import { LongWork } from '../long-work.tsx';
import { Look, useLook } from '../look.tsx';
import { useSaving } from '../saving.ts';
import { Button } from '../ui/button.tsx';
import { errorAt, FieldsetGroup, fieldId, formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { Banner, Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { spanOf, typedWhen, type WhenForm, whenForm } from './filters.ts';
import { OverseersOnly } from './overseers-only.tsx';
import { WhenField } from './when-field.tsx';

interface ExportForm extends WhenForm {
  why: string;
  folder: string;
}

type Exported = OutputOf<Contract['audit']['export']>;

const count = (n: number): string => `${n.toLocaleString('en-GB')} ${n === 1 ? 'entry' : 'entries'}`;

/** How many entries the dates let through, while they are typed. */
function HowMany({ of }: { readonly of: UseFormReturn<ExportForm> }) {
  const [when, from, to] = useWatch({ control: of.control, name: ['when', 'from', 'to'] });
  const typed = typedWhen({ when, from, to });
  const span = 'filters' in typed ? spanOf(typed.filters) : null;
  const all = useLook('audit', 'page', { from: null, to: null, limit: 1 });
  const inside = useLook('audit', 'page', { from: null, to: null, ...span, limit: 1 }, span !== null);
  return (
    <Look at={inside} what="entries">
      {({ total }) => {
        const rest = (all.data?.total ?? total) - total;
        return (
          <p role="status">
            <strong>{count(total)}</strong> will be exported.
            {rest > 0 &&
              ` Of ${count(rest)} outside these dates the file holds the seals only, so that it can be checked.`}
          </p>
        );
      }}
    </Look>
  );
}

function FolderField({ of }: { readonly of: UseFormReturn<ExportForm> }) {
  const folder = useWatch({ control: of.control, name: 'folder' });
  const error = errorAt(of, 'folder');
  const id = fieldId('folder');
  const choose = async (): Promise<void> => {
    const chosen = await window.practiceLog.window.chooseFolder();
    if (chosen === null) return;
    of.setValue('folder', chosen);
    of.clearErrors('folder');
  };
  return (
    <FieldsetGroup
      id={id}
      label="Where to save it"
      hint="The name of the file holds an id and dates only."
      error={error}
      describedBy={[`${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')}
      size={undefined}
      labelHidden={undefined}
    >
      {folder !== '' && <p className="mono">{folder}</p>}
      <Button onClick={() => void choose()}>{folder === '' ? 'Choose where to save' : 'Choose another folder'}</Button>
    </FieldsetGroup>
  );
}

interface DoneProps {
  readonly exported: Exported;
  readonly onAgain: () => void;
}

function Done({ exported, onAgain }: DoneProps) {
  const { file, shown, withheld } = exported;
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    outcome.current?.focus({ preventScroll: true });
    outcome.current?.scrollIntoView();
  }, []);
  return (
    <div ref={outcome} tabIndex={-1} className="outcome">
      <Banner kind="success" heading={`${count(shown)} exported`}>
        <p>
          Saved as <span className="mono">{file}</span>
        </p>
        <p>
          Anybody can check it without us: unpack it and run <span className="mono">verify.py</span> that lies inside,
          or run <span className="mono">npm run verify -- FILE</span>.
          {withheld > 0 && ` Of ${count(withheld)} it holds the seals only.`}
        </p>
        <p>The audit log keeps that you exported it, and why. The file has been sent to nobody.</p>
      </Banner>
      <Button onClick={onAgain}>Export other entries</Button>
    </div>
  );
}

/** All sentences at once: those that the log would give, and whether a folder was chosen. */
function problemsOf({ why, folder, ...typed }: ExportForm): Partial<Record<keyof ExportForm, string>> {
  const when = typedWhen(typed);
  return {
    ...(why.trim() === '' && { why: 'Enter why the log is exported' }),
    ...('problems' in when && when.problems),
    ...(folder === '' && { folder: 'Choose where to save the file' }),
  };
}

function ExportPage() {
  const filters = useSearch({ from: '/audit/export' });
  const [exported, setExported] = useState<Exported | null>(null);
  const form = useForm<ExportForm>({ ...formRules, defaultValues: { ...whenForm(filters), why: '', folder: '' } });
  const saving = useSaving({ form });
  const save = async (): Promise<void> => {
    const values = form.getValues();
    for (const [name, message] of Object.entries(problemsOf(values))) {
      form.setError(name as keyof ExportForm, { message }); // `as`: the keys of `problemsOf`.
    }
    const typed = typedWhen(values);
    if (Object.keys(problemsOf(values)).length > 0 || !('filters' in typed)) return;
    const { why, folder } = values;
    const done = await saving.save(() => log.audit.export({ ...spanOf(typed.filters), why, folder }));
    if (done === undefined) return;
    setExported(done);
    form.reset({ ...values, why: '' });
  };
  return (
    <Page
      title="Export the audit log"
      back={
        <Link to="/audit" search={filters} className="nhsuk-back-link">
          Audit log
        </Link>
      }
    >
      {exported !== null ? (
        <Done exported={exported} onAgain={() => setExported(null)} />
      ) : (
        <div className="layout layout--form">
          <Form of={form} onSave={() => void save()} problem={saving.problem} label="Export the audit log">
            <TextArea
              of={form}
              name="why"
              label="Why do you export it?"
              hint="This is kept in the audit log. Write no names of people."
              rows={2}
              max={4_000}
            />
            <WhenField of={form} label="Which entries?" />
            <HowMany of={form} />
            <FolderField of={form} />
            <SaveButton busy={saving.busy} busyText="Exporting">
              Export entries
            </SaveButton>
            {saving.busy && <LongWork />}
          </Form>
          <Guide title="What is in the file">
            <ul>
              <li>Each entry: who, what, when, and the reference of its record. Staff are named.</li>
              <li>References only for everybody else: no name, no NHS number, and nothing that somebody wrote.</li>
              <li>The same as a table for a spreadsheet.</li>
              <li>All that somebody needs to check it without us, with instructions.</li>
            </ul>
          </Guide>
        </div>
      )}
    </Page>
  );
}

/** Writes a file that anybody can check. */
export function ExportLog() {
  return (
    <OverseersOnly title="Export the audit log">
      <ExportPage />
    </OverseersOnly>
  );
}
