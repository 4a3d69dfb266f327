import { Link } from '@tanstack/react-router';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import { PracticeTag } from '../concerns/practice-tag.tsx';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { whenWords } from '../words/dates.ts';

/** While it goes on, and once it was acknowledged until I have looked. */
function isOpenOfMine({ mine, told, acknowledgedAt, acknowledgedUnseenBy }: ConcernLine): boolean {
  return mine && (!told || acknowledgedAt === null || acknowledgedUnseenBy !== null);
}

function Mine({ line }: { readonly line: ConcernLine }) {
  const { nameOf } = useSignedIn();
  const { reference, told, acknowledgedAt, acknowledgedUnseenBy } = line;
  const title =
    acknowledgedUnseenBy !== null
      ? `${nameOf(acknowledgedUnseenBy)} has read and acknowledged your practice run`
      : acknowledgedAt !== null
        ? 'Your practice run was acknowledged'
        : 'Nobody has acknowledged your practice run yet';
  const next = told ? 'Somebody was told.' : 'Saved. Now tell somebody.';
  return (
    <WorkRow
      title={
        <>
          {title} <PracticeTag />
        </>
      }
      meta={`${reference}. ${next}`}
      action={
        <Link to="/concerns/practice-run" className={buttonClass({ small: true })}>
          Look<VisuallyHidden> at your practice run</VisuallyHidden>
        </Link>
      }
    />
  );
}

function Theirs({ line }: { readonly line: ConcernLine }) {
  const { nameOf } = useSignedIn();
  const { concern, reference, raisedBy, raisedAt } = line;
  return (
    <WorkRow
      title={
        <>
          <Link to="/concerns/$concern" params={{ concern }}>
            {nameOf(raisedBy)} practises raising a concern
          </Link>{' '}
          <PracticeTag />
        </>
      }
      meta={`${reference}, ${whenWords(raisedAt)}. Nobody real. Acknowledge it, so that they see how that looks.`}
      action={
        <Link to="/concerns/$concern/acknowledge" params={{ concern }} className={buttonClass({ small: true })}>
          Acknowledge<VisuallyHidden> {reference}, a practice run</VisuallyHidden>
        </Link>
      }
    />
  );
}

/** Practice runs that go on, apart from all real work: mine until I have seen how it ended, and those that wait for me. */
export function PracticeRuns() {
  const concerns = useLook('concerns', 'list', {});
  const runs = (concerns.data ?? []).filter((line) => line.practiceRun);
  const mine = runs.filter(isOpenOfMine);
  const theirs = runs.filter((line) => !line.mine && line.mayDecide && line.acknowledgedAt === null);
  if (mine.length + theirs.length === 0) return null;
  return (
    <Card title="Practice runs" flush>
      <WorkList label="Practice runs">
        {mine.map((line) => (
          <Mine key={line.concern} line={line} />
        ))}
        {theirs.map((line) => (
          <Theirs key={line.concern} line={line} />
        ))}
      </WorkList>
    </Card>
  );
}
