import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { format } from 'date-fns';
import { useState } from 'react';
import type { DraftId } from '../../shared/domain/ids.ts';
import { useFormKey } from '../drafts/form-key.ts';
import { FromDraft } from '../drafts/from-draft.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { Page } from '../ui/page.tsx';
import type { RecordSearch } from './record-search.ts';
import { RecordSessionForm } from './record-session-form.tsx';
import { blankSession, needsAllSections, withKeyed } from './session-form.ts';

function OnlySupervisors() {
  return (
    <Page title="Record a session">
      <Card title="The supervisor records a session">
        <p>Your role does not include it. You read and sign each session after your supervisor has recorded it.</p>
        <p>
          <Link to="/supervision">Your supervision</Link>
        </p>
      </Card>
    </Page>
  );
}

/** Opens the form blank, for somebody, or on a draft. */
export function RecordSession() {
  const { isSupervisor } = useSignedIn();
  const search = useSearch({ from: '/supervision/new' });
  const navigate = useNavigate();
  const [today] = useState(() => format(new Date(), 'yyyy-MM-dd'));
  const [key, begun] = useFormKey(search.draft, search.with);
  if (!isSupervisor) return <OnlySupervisors />;
  const onBegun = (id: DraftId): void => {
    begun(id);
    const named = (now: RecordSearch) => ({ ...now, draft: id });
    void navigate({ to: '/supervision/new', search: named, replace: true });
  };
  const blank = blankSession(today, search.with);
  return (
    <FromDraft key={key} draft={search.draft} blank={blank} title="Record a session">
      {(values, kept) => {
        const initial = withKeyed(values, kept);
        return (
          <RecordSessionForm
            initial={initial}
            draft={search.draft}
            onBegun={onBegun}
            full={search.form === 'full' || needsAllSections(initial)}
            onFull={() =>
              void navigate({
                to: '/supervision/new',
                search: (now: RecordSearch) => ({ ...now, form: 'full' }),
                replace: true,
              })
            }
          />
        );
      }}
    </FromDraft>
  );
}
