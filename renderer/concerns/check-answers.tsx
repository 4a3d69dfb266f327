import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { DraftId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { FromDraft } from '../drafts/from-draft.tsx';
import type { DraftInput } from '../drafts/keeper.ts';
import { Look, useLook } from '../look.tsx';
import { PersonBar } from '../people/person-bar.tsx';
import type { Suspect } from '../people/suspects.ts';
import { DangerNow } from '../register/danger-now.tsx';
import { useSaving } from '../saving.ts';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Empty } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { Problem } from '../ui/problem.tsx';
import { sendsNothing } from '../words/always-true.ts';
import { CheckedAnswers } from './checked-answers.tsx';
import { PerhapsInLog } from './perhaps-in-log.tsx';
import { blankRaise, continuedRaise, type RaiseInput, type RaiseValues, readRaise } from './raise-form.ts';
import { NotTheRecord } from './raise-help.tsx';
import { useReading } from './use-reading.ts';
import { WhoReads } from './who-reads.tsx';

const title = 'Check your answers before raising this concern';

/** Whom the concern would be about, as `whoReads` asks for it. */
export function subjectOf({ about, recordedFor }: RaiseInput) {
  const { person, details } = about;
  return {
    ...(person !== undefined && { person }),
    practice: details?.practice ?? null,
    ...(recordedFor?.staff !== undefined && { recordedFor: recordedFor.staff }),
  };
}

function Readers({ input, draft }: { readonly input: RaiseInput; readonly draft: DraftId }) {
  const readers = useLook('concerns', 'whoReads', subjectOf(input));
  return (
    <Card title="Who will be able to read this">
      <Look at={readers} what="who will be able to read this">
        {(audience) => <WhoReads audience={audience} />}
      </Look>
      <p>
        <Link to="/concerns/not-for-someone" search={{ draft }}>
          Someone here should not read this
        </Link>
      </p>
    </Card>
  );
}

interface Props {
  readonly values: RaiseValues;
  readonly input: RaiseInput;
  readonly draft: DraftId;
  /** Called when the draft was changed from here. */
  readonly onChanged: () => void;
}

type AddedProps = Pick<Props, 'values' | 'draft' | 'onChanged'> & {
  readonly details: NonNullable<RaiseInput['about']['details']>;
};

/** Who is about to be added, beside those in the log who are like them. */
function PerhapsSame({ values, details, draft, onChanged }: AddedProps) {
  const saving = useSaving();
  const use = async ({ person, name }: Suspect): Promise<void> => {
    const form = JSON.parse(JSON.stringify({ ...values, who: 'in-log', person })) as DraftInput['form']; // `as`: this is what JSON gives.
    const kept = await saving.save(() => log.drafts.save({ draft, kind: 'concern', form, label: name.slice(0, 120) }));
    if (kept !== undefined) onChanged();
  };
  return (
    <>
      {saving.problem !== null && <Problem sentence={saving.problem} />}
      <PerhapsInLog entered={details} onUse={(suspect) => void use(suspect)} />
    </>
  );
}

function Check({ values, input, draft, onChanged }: Props) {
  const form = useForm({ ...formRules });
  const saving = useSaving();
  const navigate = useNavigate();
  const person = input.about.person;
  const raise = async (): Promise<void> => {
    const raised = await saving.save(() => log.concerns.raise({ ...input, draft }));
    if (raised === undefined) return;
    await navigate({ to: '/concerns/$concern/saved', params: { concern: raised.concern }, replace: true });
  };
  return (
    <>
      {person !== undefined && <PersonBar person={person} />}
      <Page title={title} caption="Raise a concern" back={<BackToForm draft={draft} />}>
        <div className="layout layout--form">
          <div>
            {input.about.details !== undefined && (
              <PerhapsSame values={values} details={input.about.details} draft={draft} onChanged={onChanged} />
            )}
            <CheckedAnswers values={values} input={input} draft={draft} />
            <Readers input={input} draft={draft} />
            <Form of={form} onSave={() => void raise()} problem={saving.problem} label="Raise this concern">
              <Card title="Raise this concern">
                <p>When you raise it, you cannot change these answers. You can add to it later.</p>
                <p>{sendsNothing}</p>
                <div className="nhsuk-button-group">
                  <SaveButton busy={saving.busy} busyText="Raising">
                    Confirm and raise concern
                  </SaveButton>
                  <Link to="/">Save and finish later</Link>
                </div>
              </Card>
            </Form>
          </div>
          <div className="sticky-col">
            <DangerNow />
            <NotTheRecord restricted={false} />
          </div>
        </div>
      </Page>
    </>
  );
}

export function BackToForm({ draft }: { readonly draft: DraftId }): ReactNode {
  return (
    <Link to="/concerns/new" search={{ draft }} className="nhsuk-back-link">
      Back to what you wrote
    </Link>
  );
}

/** A draft in which something is still missing, reached by its address. */
export function NotFinished({ draft }: { readonly draft: DraftId | undefined }) {
  return (
    <Page title={title} caption="Raise a concern">
      <Card>
        <Empty
          title="This concern is not finished yet"
          text="It has not been raised. Something is still missing, or is no longer right."
          action={
            <Link to="/concerns/new" search={draft === undefined ? {} : { draft }} className={buttonClass()}>
              Go on with it
            </Link>
          }
        />
      </Card>
    </Page>
  );
}

/** Everything as it will be saved, who will read it, and the one button that raises it. */
export function CheckAnswers() {
  const draft = useSearch({ from: '/concerns/check' }).draft as DraftId | undefined; // `as`: the log refuses anything else.
  const reading = useReading();
  const [now] = useState(() => new Date());
  const [changes, setChanges] = useState(0);
  if (draft === undefined) return <NotFinished draft={undefined} />;
  return (
    <FromDraft key={`${draft} ${changes}`} draft={draft} title={title} blank={blankRaise}>
      {(kept) => {
        const values = continuedRaise(kept, reading.known, now);
        const { input } = readRaise(values, { ...reading, now });
        if (input === null) return <NotFinished draft={draft} />;
        const onChanged = () => setChanges(changes + 1);
        return <Check values={values} input={input} draft={draft} onChanged={onChanged} />;
      }}
    </FromDraft>
  );
}
