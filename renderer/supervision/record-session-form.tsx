import { Link, useNavigate } from '@tanstack/react-router';
import { type FocusEvent, useState } from 'react';
import { type Path, useForm, useWatch } from 'react-hook-form';
import type { DraftId, StaffId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { DraftNote } from '../drafts/draft-note.tsx';
import { type Draft, useDraft } from '../drafts/use-draft.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { LinkButton } from '../ui/button.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Page } from '../ui/page.tsx';
import { Problem } from '../ui/problem.tsx';
import type { SectionLine } from './form-section.tsx';
import { ConcernsSection, LearningSection, WorkloadSection } from './full-sections.tsx';
import { LastMet } from './last-met.tsx';
import { SectionList } from './section-list.tsx';
import { checked, fieldOf, isDay, type Promised, promisedIn, type SessionForm } from './session-form.ts';
import { ActionsSection, DetailsSection, DiscussedSection, NextSection, SinceSection } from './short-sections.tsx';
import { useLastTogether } from './use-last-together.ts';
import { listWords } from './words.ts';

interface Props {
  readonly initial: SessionForm;
  readonly draft: string | undefined;
  readonly onBegun: (draft: DraftId) => void;
  readonly full: boolean;
  readonly onFull: () => void;
}

function sectionsOf(values: SessionForm, promised: readonly Promised[], full: boolean): readonly SectionLine[] {
  const { supervisees, kind, heldOn, minutes, mode, discussed, actions, next } = values;
  const details = supervisees.length > 0 && isDay(heldOn) && [kind, minutes, mode ?? ''].every((text) => text !== '');
  const more: readonly SectionLine[] = [
    { id: 'workload', title: 'Workload and caseload', done: Boolean(values.workload) || values.caseload.people !== '' },
    { id: 'concerns', title: 'Concerns discussed', done: values.concerns.length > 0 },
    { id: 'learning', title: 'Training and development', done: values.learning.trim() !== '' },
  ];
  return [
    { id: 'details', title: 'Session details', done: details },
    ...(promised.length > 0
      ? [{ id: 'since', title: 'Since last time', done: promised.every(({ key }) => values.since[key]?.outcome) }]
      : []),
    { id: 'discussed', title: 'What was discussed', done: discussed.trim() !== '' },
    ...(full ? more : []),
    { id: 'actions', title: 'Actions agreed', done: actions.some(({ what, owner }) => what !== '' && owner !== '') },
    { id: 'next', title: 'Next session', done: Boolean(next.choice) && (next.choice !== 'other' || isDay(next.other)) },
  ];
}

interface BarProps {
  readonly kept: Draft;
  readonly busy: boolean;
}

function SaveBar({ kept, busy }: BarProps) {
  const navigate = useNavigate();
  const later = async (): Promise<void> => {
    // When it could not be saved, the bar says so by now.
    if (await kept.safe()) void navigate({ to: '/supervision' });
  };
  return (
    <div className="save-bar">
      <div className="save-bar__row">
        <DraftNote of={kept} what="Only you can read it." />
        <div className="nhsuk-button-group">
          <LinkButton onClick={() => void later()}>Save and finish later</LinkButton>
          <SaveButton busy={busy}>Finish and sign</SaveButton>
        </div>
      </div>
    </div>
  );
}

const stillReading =
  'What was agreed in the last session is still being read. Nothing has been saved yet. Try again in a moment.';

/** Saves the session, then my signature. Where the signature fails the session stands, and its page says so. */
function useFinish(form: ReturnType<typeof useForm<SessionForm>>, kept: Draft) {
  const saving = useSaving();
  const navigate = useNavigate();
  const finish = async (promised: readonly Promised[] | null, full: boolean): Promise<void> => {
    if (promised === null) return form.setError('root', { message: stillReading });
    const values = form.getValues();
    const show = (problems: Readonly<Record<string, string>>, place: (path: string) => string): void => {
      for (const [path, message] of Object.entries(problems)) {
        form.setError(place(path) as Path<SessionForm>, { type: 'log', message }); // `as`: `checked` and `fieldOf` name fields of the form.
      }
    };
    const asked = checked(values, promised, full);
    if ('problems' in asked) return show(asked.problems, (path) => path);
    const draft = await kept.forRecord();
    const done = await saving.save(async () => {
      const recorded = await log.supervision.record({ ...asked.input, ...(draft !== undefined && { draft }) });
      if (!recorded.ok) {
        if (recorded.failure.kind === 'invalid')
          show(recorded.failure.fields, (path) => fieldOf(path, values, promised));
        return recorded;
      }
      kept.end();
      const { session, event } = recorded.value;
      const signed = await log.supervision.sign({ session, seen: event, agrees: true });
      return { ok: true, value: { session, signed: signed.ok } };
    });
    if (done === undefined) return;
    const { session, signed } = done;
    const search = { just: signed ? 'signed' : 'unsigned' };
    void navigate({ to: '/supervision/$session', params: { session }, search, replace: true });
  };
  // What the log says about single fields stands beside them already.
  return { ...saving, problem: saving.failure?.kind === 'invalid' ? null : saving.problem, finish };
}

/** The whole form on one page: short, until somebody asks for more. */
export function RecordSessionForm({ initial, draft, onBegun, full, onFull }: Props) {
  const { register, nameOf } = useSignedIn();
  const [current, setCurrent] = useState<string | null>(null);
  const form = useForm<SessionForm>({ ...formRules, defaultValues: initial });
  const kept = useDraft(form, {
    kind: 'session',
    draft: draft as DraftId | undefined, // `as`: the log refuses anything else.
    label: ({ supervisees }) => listWords(supervisees.map((staff) => nameOf(staff as StaffId))), // `as`: ids of the list.
    onBegun,
  });
  const finishing = useFinish(form, kept);
  const values = useWatch({ control: form.control }) as SessionForm; // `as`: every field has a default.;
  const there = [register.me, ...values.supervisees];
  const last = useLastTogether(values.supervisees);
  const promised = promisedIn(last.page, there);
  const names = values.supervisees.map((staff) => nameOf(staff as StaffId)); // `as`: ids of the list.
  const [only] = names.length === 1 ? names : [];
  const follow = (event: FocusEvent): void => setCurrent(event.target.closest('.form-section')?.id ?? null);
  return (
    <Page
      title={only === undefined ? 'Record a session' : `Supervision with ${only}`}
      windowTitle="Record a session"
      back={
        <Link to="/supervision" className="nhsuk-back-link">
          Supervision
        </Link>
      }
      after={<LastMet supervisees={values.supervisees} />}
    >
      <div className="layout layout--sections">
        <SectionList sections={sectionsOf(values, promised, full)} current={current} onMore={full ? null : onFull} />
        <div onFocus={follow}>
          <Form
            of={form}
            onSave={() => void finishing.finish(last.known ? promised : null, full)}
            problem={finishing.problem}
            label="Supervision session"
          >
            <DetailsSection of={form} />
            {!last.known && last.problem !== null && <Problem sentence={last.problem} onAgain={last.onAgain} />}
            {promised.length > 0 && last.page !== undefined && (
              <SinceSection of={form} promised={promised} heldOn={last.page.state.recorded.heldOn} />
            )}
            <DiscussedSection of={form} />
            {full && (
              <>
                <WorkloadSection of={form} />
                <ConcernsSection of={form} />
                <LearningSection of={form} />
              </>
            )}
            <ActionsSection
              of={form}
              attendees={there.map((staff) => ({ value: staff, label: nameOf(staff as StaffId) }))} // `as`: ids of the list.
            />
            <NextSection of={form} />
            <SaveBar kept={kept} busy={finishing.busy} />
          </Form>
        </div>
      </div>
    </Page>
  );
}
