import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OwnDraftLine } from '../../shared/contract/drafts.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { whenWords } from '../words/dates.ts';

const dayInMs = 86_400_000;

/** A draft that is never raised is a hazard: after a day it says so. */
function isForgotten({ kind, begunAt }: OwnDraftLine, now: number): boolean {
  return kind === 'concern' && now - Date.parse(begunAt) > dayInMs;
}

const kindWords: Readonly<Record<string, string>> = {
  concern: 'Concern',
  information: 'More about a concern',
  decision: 'Decision',
  referral: 'Referral back',
  session: 'Supervision session',
  person: 'New person',
};

interface InConcernProps {
  readonly draft: DraftId;
  readonly kind: string;
  readonly children: string;
}

/** Which concern a draft belongs to stands in the draft itself, sealed: it is opened to find the way. */
function GoOnInConcern({ draft, kind, children }: InConcernProps) {
  const navigate = useNavigate();
  const goOn = async (): Promise<void> => {
    const opened = await log.drafts.open({ draft });
    const concern = opened.ok ? opened.value.form['concern'] : undefined;
    if (typeof concern !== 'string') return;
    const to = kind === 'decision' ? '/concerns/$concern/decide' : '/concerns/$concern/add';
    await navigate({ to, params: { concern }, search: { draft } });
  };
  return <LinkButton onClick={() => void goOn()}>{children}</LinkButton>;
}

interface GoOnProps {
  readonly line: OwnDraftLine;
  readonly children: string;
}

/** Leads back into the form. */
function GoOn({ line: { kind, draft }, children }: GoOnProps) {
  const search = { draft };
  switch (kind) {
    case 'concern':
      return (
        <Link to="/concerns/new" search={search}>
          {children}
        </Link>
      );
    case 'referral':
      return (
        <Link to="/referrals/new" search={search}>
          {children}
        </Link>
      );
    case 'session':
      return (
        <Link to="/supervision/new" search={search}>
          {children}
        </Link>
      );
    case 'person':
      return (
        <Link to="/people/new" search={search}>
          {children}
        </Link>
      );
    default:
      return (
        <GoOnInConcern draft={draft} kind={kind}>
          {children}
        </GoOnInConcern>
      );
  }
}

function Mine({ line }: { readonly line: OwnDraftLine }) {
  const { kind, label, savedAt } = line;
  const [now] = useState(() => Date.now());
  return (
    <li>
      <GoOn line={line}>{[kindWords[kind] ?? 'Half written', label].filter(Boolean).join(': ')}</GoOn>
      <br />
      <span className="small muted">Saved {whenWords(savedAt)}</span>
      {isForgotten(line, now) && <strong className="late"> You have not raised this concern</strong>}
    </li>
  );
}

function LateOfColleagues() {
  const { isSupervisor, nameOf } = useSignedIn();
  const late = useLook('drafts', 'late', {}, isSupervisor);
  if (late.data === undefined || late.data.length === 0) return null;
  return (
    <Card title="Drafts of colleagues">
      <p className="small">These wait. Only their authors can open them: ask.</p>
      <ul className="nhsuk-list small">
        {late.data.map(({ draft, kind, author, begunAt }) => (
          <li key={draft}>
            {kindWords[kind] ?? 'Draft'} of {nameOf(author)}, begun {whenWords(begunAt)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What is half written: mine to go on with, and that colleagues have some which wait too long. */
export function Drafts() {
  const mine = useLook('drafts', 'mine', {});
  return (
    <>
      {mine.data !== undefined && mine.data.length > 0 && (
        <Card title="Your drafts">
          <ul className="nhsuk-list">
            {mine.data.map((line) => (
              <Mine key={line.draft} line={line} />
            ))}
          </ul>
        </Card>
      )}
      <LateOfColleagues />
    </>
  );
}
