import { Link, type LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import type { OwnDraftLine } from '../../shared/contract/drafts.ts';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { whenWords } from '../words/dates.ts';

const dayInMs = 86_400_000;

/** A draft that is never raised is a hazard: after a day it says so. */
function isForgotten({ kind, begunAt }: OwnDraftLine, now: number): boolean {
  return kind === 'concern' && now - Date.parse(begunAt) > dayInMs;
}

interface Kind {
  readonly words: string;
  readonly to: LinkProps['to'];
}

const kinds: Readonly<Record<string, Kind>> = {
  concern: { words: 'Concern', to: '/concerns/new' },
  referral: { words: 'Referral back', to: '/referrals/new' },
  session: { words: 'Supervision session', to: '/supervision/new' },
  person: { words: 'New person', to: '/people/new' },
};

function Mine({ line }: { readonly line: OwnDraftLine }) {
  const { draft, kind, label, savedAt } = line;
  const known = kinds[kind];
  const words = [known?.words ?? 'Half written', label].filter(Boolean).join(': ');
  const [now] = useState(() => Date.now());
  return (
    <li>
      {known?.to === undefined ? (
        words
      ) : (
        <Link to={known.to} search={{ draft }}>
          {words}
        </Link>
      )}
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
            {kinds[kind]?.words ?? 'Draft'} of {nameOf(author)}, begun {whenWords(begunAt)}
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
