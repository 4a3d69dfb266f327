import { Link, useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import type { SessionPage } from '../../shared/contract/supervision.ts';
import { unsignedBy } from '../../shared/policy/supervision.ts';
import { log } from '../api.ts';
import { Look, useLook } from '../look.tsx';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { Banner } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { longDate } from '../words/dates.ts';
import { useSessionParam } from './session-param.ts';
import { SessionRecord } from './session-record.tsx';
import { Signatures } from './signatures.tsx';

interface Props {
  readonly page: SessionPage;
  /** Looks again at what others have added meanwhile. */
  readonly onLookAgain: () => void;
}

function SignForm({ page, onLookAgain }: Props) {
  const { session, newest } = page;
  const navigate = useNavigate();
  const form = useForm({ ...formRules, defaultValues: { accurate: '', disagreement: '' } });
  const saving = useSaving({ form });
  const sign = async (): Promise<void> => {
    const { accurate, disagreement } = form.getValues();
    const agrees = accurate === 'yes';
    if (!agrees && accurate !== 'no') {
      return form.setError('accurate', { message: 'Select if this is an accurate record' });
    }
    const done = await saving.save(() =>
      log.supervision.sign({ session, seen: newest, agrees, ...(!agrees && { disagreement }) }),
    );
    if (done === undefined) return;
    await navigate({ to: '/supervision/$session', params: { session }, search: { just: 'signed' }, replace: true });
  };
  return (
    <Form of={form} onSave={() => void sign()} problem={saving.problem} label="Sign the session">
      {saving.failure?.kind === 'stale' && (
        <p>
          <Button small onClick={onLookAgain}>
            Show what is new
          </Button>
        </p>
      )}
      <Choice
        of={form}
        name="accurate"
        label="Is this an accurate record?"
        options={[
          { value: 'yes', label: 'Yes' },
          {
            value: 'no',
            label: 'No, we see some things differently',
            reveal: (
              <TextArea
                of={form}
                name="disagreement"
                label="What do you see differently?"
                hint="It stands beside the record in your words. Everybody who was there can read it."
                rows={4}
                max={4_000}
              />
            ),
          },
        ]}
      />
      <SaveButton busy={saving.busy} busyText="Signing">
        Sign the session
      </SaveButton>
    </Form>
  );
}

function NothingToSign({ page }: Pick<Props, 'page'>) {
  const { session, reference } = page;
  return (
    <Page title={`Session ${reference}`}>
      <Banner heading="You have signed this session already">
        <p>
          <Link to="/supervision/$session" params={{ session }}>
            Open the session
          </Link>
        </p>
      </Banner>
    </Page>
  );
}

function Shown({ page, onLookAgain }: Props) {
  const { register, nameOf } = useSignedIn();
  const { reference, state } = page;
  if (!unsignedBy(state).includes(register.me)) return <NothingToSign page={page} />;
  return (
    <Page
      title="Read and sign"
      caption={`Supervision session ${reference}`}
      after={`Held on ${longDate(state.recorded.heldOn)}, recorded by ${nameOf(state.recorded.supervisor)}`}
      back={
        <Link to="/supervision" className="nhsuk-back-link">
          Supervision
        </Link>
      }
    >
      <div className="layout layout--side">
        <div>
          <SessionRecord page={page} />
          <Card title="Your signature">
            <SignForm page={page} onLookAgain={onLookAgain} />
          </Card>
        </div>
        <Signatures state={state} />
      </div>
    </Page>
  );
}

/** The record, and under it the question whether it is right. */
export function SignSession() {
  const page = useLook('supervision', 'open', { session: useSessionParam() });
  return (
    <Look at={page} what="the session">
      {(shown) => <Shown page={shown} onLookAgain={() => void page.refetch()} />}
    </Look>
  );
}
