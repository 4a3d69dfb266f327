import { Link } from '@tanstack/react-router';
import type { OwnDraftLine } from '../../shared/contract/drafts.ts';
import type { SessionLine } from '../../shared/contract/supervision.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { longDate, whenWords } from '../words/dates.ts';
import { kindWords } from './words.ts';

function ToSign({ line }: { readonly line: SessionLine }) {
  const { nameOf } = useSignedIn();
  const { session, reference, heldOn, kind, supervisor } = line;
  return (
    <WorkRow
      title={`${kindWords[kind]}, ${longDate(heldOn)}`}
      meta={`${reference}, recorded by ${nameOf(supervisor)}`}
      action={
        <Link to="/supervision/$session/sign" params={{ session }} className={buttonClass({ small: true })}>
          Read and sign<VisuallyHidden> {reference}</VisuallyHidden>
        </Link>
      }
    />
  );
}

function ToFinish({ draft, label, savedAt }: { readonly draft: DraftId } & Pick<OwnDraftLine, 'label' | 'savedAt'>) {
  const title = label ?? 'Nobody chosen yet';
  return (
    <WorkRow
      title={title}
      meta={`Draft saved ${whenWords(savedAt)}`}
      action={
        <Link to="/supervision/new" search={{ draft }} className={buttonClass({ small: true })}>
          Continue<VisuallyHidden> the session with {title}</VisuallyHidden>
        </Link>
      }
    />
  );
}

/** Sessions that I have to sign and sessions that I have not finished writing: before everything else. */
export function WaitingForMe() {
  const sessions = useLook('supervision', 'list', {});
  const drafts = useLook('drafts', 'mine', {});
  return (
    <>
      <Look at={sessions} what="sessions to sign">
        {(lines) => {
          const mine = lines.filter(({ mustSign }) => mustSign);
          return mine.length === 0 ? null : (
            <Card title="Read and sign" flush>
              <WorkList>
                {mine.map((line) => (
                  <ToSign key={line.session} line={line} />
                ))}
              </WorkList>
            </Card>
          );
        }}
      </Look>
      <Look at={drafts} what="drafts">
        {(all) => {
          const begun = all.filter(({ kind }) => kind === 'session');
          return begun.length === 0 ? null : (
            <Card title="Not finished yet" flush>
              <WorkList>
                {begun.map((line) => (
                  <ToFinish key={line.draft} draft={line.draft} label={line.label} savedAt={line.savedAt} />
                ))}
              </WorkList>
            </Card>
          );
        }}
      </Look>
    </>
  );
}
