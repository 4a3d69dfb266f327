import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Guide } from '../ui/notices.tsx';
import { sendsNothing } from '../words/always-true.ts';
import { DecidersOnly } from './deciders-only.tsx';
import { Tellings } from './tellings.tsx';
import { WhatIsNew } from './what-is-new.tsx';
import { WhenRaised } from './when-raised.tsx';

interface Props {
  readonly page: ConcernPage;
  readonly again: () => void;
}

function AcknowledgeForm({ page, again }: Props) {
  const { concern, state, deciders, newest } = page;
  const { register, nameAndRole } = useSignedIn();
  const navigate = useNavigate();
  const [began] = useState(newest);
  const form = useForm({ ...formRules, defaultValues: { owner: String(state.owner ?? register.me) } });
  const saving = useSaving({ form });
  const save = async (): Promise<void> => {
    const owner = form.getValues('owner') as StaffId; // `as`: the options are those who decide.
    const done = await saving.save(async () => {
      const answer = await log.concerns.acknowledge({ concern, seen: newest, owner });
      if (!answer.ok && answer.failure.kind === 'stale') again();
      return answer;
    });
    if (done === undefined) return;
    await navigate({
      to: '/concerns/$concern',
      params: { concern },
      replace: true,
      state: { concernSaid: 'acknowledged' },
    });
  };
  return (
    <div className="layout layout--form">
      <div>
        <WhenRaised page={page} />
        <Card title="What was seen or heard">
          <p className="prewrap">{state.raised.what}</p>
        </Card>
        <WhatIsNew page={page} since={began} />
        <Form of={form} onSave={() => void save()} problem={saving.problem} label="Acknowledge this concern">
          <Choice
            of={form}
            name="owner"
            size="m"
            label="Who owns the next step?"
            hint="They decide what happens next, and see that it does."
            options={deciders.map((staff) => ({ value: staff, label: nameAndRole(staff) }))}
          />
          <SaveButton busy={saving.busy}>{state.owner === null ? 'Acknowledge' : 'Save the owner'}</SaveButton>
        </Form>
      </div>
      <div>
        <Guide title="What this says">
          <p>You have read this concern, and somebody owns the next step. Opening it does not say that.</p>
          <p>{sendsNothing} If somebody else is to own it, tell them.</p>
        </Guide>
        <Tellings page={page} />
      </div>
    </div>
  );
}

/** Says that somebody who decides has read a concern, and names who owns the next step. */
export function Acknowledge() {
  return (
    <DecidersOnly title="Acknowledge this concern">
      {(page, again) => <AcknowledgeForm page={page} again={again} />}
    </DecidersOnly>
  );
}
