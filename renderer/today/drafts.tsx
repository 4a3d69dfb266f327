import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { OwnDraftLine } from '../../shared/contract/drafts.ts';
import { sentenceFor } from '../../shared/contract/failures.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { aroundParts, isAroundPart } from '../concerns/around/parts.ts';
import { DiscardDraft } from '../drafts/discard-draft.tsx';
import { draftWords } from '../drafts/words.ts';
import { useInitialsOnly } from '../initials.ts';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { focusHeading } from '../ui/heading-focus.ts';
import { Problem } from '../ui/problem.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { whenWords } from '../words/dates.ts';

const dayInMs = 86_400_000;

/** A draft that is never raised is a hazard: after a day it says so. */
function isForgotten({ kind, begunAt }: OwnDraftLine, now: number): boolean {
  return kind === 'concern' && now - Date.parse(begunAt) > dayInMs;
}

type FormOfConcern = `/concerns/$concern/${'decide' | 'close' | 'refer-outside' | 'escalate' | 'sharing'}`;

interface InConcernProps {
  readonly draft: DraftId;
  readonly kind: string;
  readonly children: string;
}

const formsOfConcern: Readonly<Record<string, FormOfConcern>> = {
  decision: '/concerns/$concern/decide',
  closing: '/concerns/$concern/close',
  'referral-outside': '/concerns/$concern/refer-outside',
  escalation: '/concerns/$concern/escalate',
  sharing: '/concerns/$concern/sharing',
};

/** Which concern a draft belongs to stands in the draft itself, sealed: it is opened to find the way. */
function GoOnInConcern({ draft, kind, children }: InConcernProps) {
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  const goOn = async (): Promise<void> => {
    const opened = await log.drafts.open({ draft });
    if (!opened.ok) return setProblem(sentenceFor(opened.failure));
    const { concern, fact, part, placed } = opened.value.form;
    if (typeof concern !== 'string') return setProblem('This draft does not say which concern it belongs to.');
    const params = { concern };
    const form = formsOfConcern[kind];
    if (form !== undefined) return navigate({ to: form, params, search: { draft } });
    if (isAroundPart(part)) {
      const about = typeof placed === 'string' && placed !== '' ? { placed } : {};
      return navigate({ to: aroundParts[part], params, search: { draft, ...about } });
    }
    const search = { draft, ...(typeof fact === 'string' && fact !== '' && { fact }) };
    return navigate({ to: '/concerns/$concern/add', params, search });
  };
  return (
    <>
      <LinkButton onClick={() => void goOn()}>{children}</LinkButton>
      {problem !== null && <Problem sentence={problem} />}
    </>
  );
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
    case 'restricted':
      return (
        <Link to="/concerns/restricted/new" search={search}>
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
  const { draft, kind, label, savedAt } = line;
  const [now] = useState(() => Date.now());
  const [discarding, setDiscarding] = useState(false);
  const discarded = useRef(false);
  // The row goes, and with it the button that somebody stood on.
  useEffect(
    () => () => {
      if (discarded.current) focusHeading();
    },
    [],
  );
  // Its label may be a whole name.
  const hidden = useInitialsOnly();
  const name = [draftWords[kind] ?? 'Half written', hidden ? null : label].filter(Boolean).join(': ');
  return (
    <li>
      <GoOn line={line}>{name}</GoOn>
      <br />
      <span className="small muted">Saved {whenWords(savedAt)}</span>{' '}
      <LinkButton className="small" onClick={() => setDiscarding(true)}>
        Discard<VisuallyHidden> the draft: {name}</VisuallyHidden>
      </LinkButton>
      {discarding && (
        <DiscardDraft
          draft={draft}
          name={name}
          onDiscarded={() => {
            discarded.current = true;
          }}
          onClose={() => setDiscarding(false)}
        />
      )}
      {isForgotten(line, now) && <strong className="late"> You have not raised this concern</strong>}
    </li>
  );
}

function LateOfColleagues() {
  const { isSupervisor, nameOf } = useSignedIn();
  const late = useLook('drafts', 'late', {}, isSupervisor);
  if (!isSupervisor) return null;
  return (
    <Look at={late} what="drafts of colleagues">
      {(lines) =>
        lines.length === 0 ? null : (
          <Card title="Drafts of colleagues">
            <p className="small">These wait. Only their authors can open them: ask.</p>
            <ul className="nhsuk-list small">
              {lines.map(({ draft, kind, author, begunAt }) => (
                <li key={draft}>
                  {draftWords[kind] ?? 'Draft'} of {nameOf(author)}, begun {whenWords(begunAt)}
                </li>
              ))}
            </ul>
          </Card>
        )
      }
    </Look>
  );
}

/** What is half written: mine to go on with, and that colleagues have some which wait too long. */
export function Drafts() {
  const mine = useLook('drafts', 'mine', {});
  return (
    <>
      <Look at={mine} what="your drafts">
        {(lines) =>
          lines.length === 0 ? null : (
            <Card title="Your drafts">
              <ul className="nhsuk-list">
                {lines.map((line) => (
                  <Mine key={line.draft} line={line} />
                ))}
              </ul>
            </Card>
          )
        }
      </Look>
      <LateOfColleagues />
    </>
  );
}
