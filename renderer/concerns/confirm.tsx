import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { longText } from '../../shared/domain/text.ts';
import { log } from '../api.ts';
import { LeaveGuard } from '../drafts/leave-guard.tsx';
import { Look, useLook } from '../look.tsx';
import { PersonBar } from '../people/person-bar.tsx';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { Empty, Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { sendsNothing } from '../words/always-true.ts';
import { dateAndTime } from '../words/dates.ts';
import { useConcernId } from './concern-id.ts';
import { knownHow, whenItHappened } from './words.ts';

interface Values {
  agrees: '' | 'yes' | 'something-to-add';
  note: string;
}

function ConfirmForm({ concern }: Pick<ConcernPage, 'concern'>) {
  const form = useForm<Values>({ ...formRules, defaultValues: { agrees: '', note: '' } });
  const saving = useSaving({ form });
  const navigate = useNavigate();
  const [keeper] = useState(() => ({
    leaving: false,
    draft: undefined,
    save: () => Promise.resolve(),
    get unsaved() {
      return form.getValues('note').trim() !== '';
    },
  }));
  const save = async (): Promise<void> => {
    const { agrees, note } = form.getValues();
    if (agrees === '') return form.setError('agrees', { message: 'Select if it is right' });
    const said = agrees === 'yes' ? {} : { note };
    const saved = await saving.save(() => log.concerns.confirm({ concern, agrees, ...said }));
    if (saved === undefined) return;
    form.reset();
    const state = { concernSaid: 'confirmed' } as const;
    await navigate({ to: '/concerns/$concern', params: { concern }, replace: true, state });
  };
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Say if it is right">
      <Choice
        of={form}
        name="agrees"
        size="m"
        label="Is it right?"
        options={[
          { value: 'yes', label: 'Yes, this is what I told' },
          {
            value: 'something-to-add',
            label: 'Something is missing or not right',
            reveal: (
              <TextArea
                of={form}
                name="note"
                label="What is missing or not right?"
                hint="It stands beside what was written, with your name. Nothing is changed."
                rows={5}
                max={longText}
                spellCheck
              />
            ),
          },
        ]}
      />
      <p>{sendsNothing}</p>
      <SaveButton busy={saving.busy}>Save your answer</SaveButton>
      <LeaveGuard keeper={keeper} why="What you typed is kept only when you save it." />
    </Form>
  );
}

/** What was written down, before whoever told it says if it is right. */
function Written({ page }: { readonly page: ConcernPage }) {
  const { categorySentence } = useSignedIn();
  const { raised } = page.state;
  const { ownWords, opinion } = raised.facts ?? {};
  return (
    <Card title="What was written down">
      <SummaryList
        rows={[
          { key: 'Concern', value: categorySentence(raised.categories) },
          { key: 'Seen or heard', value: raised.what, typed: true },
          ...(ownWords === undefined ? [] : [{ key: 'Their words', value: ownWords, typed: true }]),
          ...(opinion === undefined ? [] : [{ key: 'Opinion', value: opinion, typed: true }]),
          { key: 'When it happened', value: whenItHappened(raised) },
          { key: 'How this is known', value: knownHow(raised) },
        ]}
      />
    </Card>
  );
}

function Answered({ page }: { readonly page: ConcernPage }) {
  const { register } = useSignedIn();
  const { concern, state } = page;
  const mine = state.raised.recordedFor?.staff === register.me;
  if (mine && state.confirmed === null)
    return (
      <div className="layout layout--form">
        <div>
          <Written page={page} />
          <ConfirmForm concern={concern} />
        </div>
        <Guide title="Why you are asked">
          <p>You told this, and a colleague wrote it down. Only you know if it is what you told.</p>
          <p>Your answer changes nothing that was written. It stands beside it.</p>
        </Guide>
      </div>
    );
  return (
    <Card>
      <Empty
        title={mine ? 'You have answered this' : 'This is not yours to answer'}
        text={
          mine
            ? 'You can add more information to the concern at any time.'
            : 'Only the person it was recorded for can say if it is right.'
        }
      />
    </Card>
  );
}

/** Whoever told a concern that somebody else wrote down says if it is what they told. */
export function Confirm() {
  const concern = useConcernId();
  const { nameOf } = useSignedIn();
  const look = useLook('concerns', 'open', { concern });
  return (
    <Look at={look} what="the concern">
      {(page) => (
        <>
          <PersonBar person={page.person} />
          <Page
            title="Is this what you told?"
            caption={`Concern ${page.reference}`}
            after={`${nameOf(page.state.raisedBy)} wrote this down on ${dateAndTime(page.state.raisedAt)}.`}
            back={
              <Link to="/concerns/$concern" params={{ concern }} className="nhsuk-back-link">
                Back to the concern
              </Link>
            }
          >
            <Answered page={page} />
          </Page>
        </>
      )}
    </Look>
  );
}
