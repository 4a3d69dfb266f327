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

function isUnfinished({ told, acknowledgedAt }: ConcernLine): boolean {
  return !told || acknowledgedAt === null;
}

function Mine({ line }: { readonly line: ConcernLine }) {
  return (
    <WorkRow
      title={
        <>
          Your practice run <PracticeTag />
        </>
      }
      meta={line.told ? 'Told. Somebody who decides has to acknowledge it.' : 'Saved. Now tell somebody.'}
      action={
        <Link to="/concerns/practice-run" className={buttonClass({ small: true })}>
          Go on<VisuallyHidden> with your practice run</VisuallyHidden>
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

/** Practice runs that go on, apart from all real work: mine, and those that wait for me. */
export function PracticeRuns() {
  const concerns = useLook('concerns', 'list', {});
  const runs = (concerns.data ?? []).filter((line) => line.practiceRun);
  const mine = runs.filter((line) => line.mine && isUnfinished(line));
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
