import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { whatKeepsOpen } from '../../../shared/policy/closing.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { Card } from '../../ui/card.tsx';
import { lowerFirst } from '../../ui/lower-first.ts';
import { WorkList, WorkRow } from '../../ui/work-list.tsx';
import { dateAndTime, dueWords } from '../../words/dates.ts';
import { placeWords } from '../outside/words.ts';

interface Row {
  readonly key: string;
  readonly title: ReactNode;
  readonly meta: string;
  readonly link: ReactNode;
}

function useRows({ concern, state }: ConcernPage): readonly Row[] {
  const { nameOf } = useSignedIn();
  const { undecided, actions, outside, escalations } = whatKeepsOpen(state);
  const params = { concern };
  const outsidePart = (words: string) => (
    <Link to="/concerns/$concern/outside" params={params}>
      {words}
    </Link>
  );
  return [
    ...(undecided
      ? [
          {
            key: 'decision',
            title: 'No decision is recorded',
            meta: 'Record what was decided and why, also if it is that nothing more is done.',
            link: (
              <Link to="/concerns/$concern/decide" params={params}>
                Record a decision
              </Link>
            ),
          },
        ]
      : []),
    ...actions.map(({ decision, action, what, owner, dueOn }) => ({
      key: `${decision} ${action}`,
      title: what,
      meta: `For ${nameOf(owner)}${dueOn === null ? '' : `, ${lowerFirst(dueWords(dueOn).words)}`}`,
      link: (
        <Link to="/concerns/$concern/actions" params={params}>
          Go to the action
        </Link>
      ),
    })),
    ...outside.map(({ event, destination, to, sentAt }) => ({
      key: event,
      title: `Referred to ${placeWords({ destination, to })} on ${dateAndTime(sentAt)}`,
      meta: 'No answer is recorded. Record it, or that you asked again and expect none.',
      link: outsidePart('Go to the referral'),
    })),
    ...escalations.map(({ event, to }) => ({
      key: event,
      title: `Escalated to ${to}`,
      meta: 'No answer is recorded.',
      link: outsidePart('Go to the escalation'),
    })),
  ];
}

/** What has to be settled before the concern is closed, each with the way there. Nothing where nothing is. */
export function KeepsOpen({ page }: { readonly page: ConcernPage }) {
  const rows = useRows(page);
  if (rows.length === 0) return null;
  return (
    <div role="status">
      <Card title="You cannot close this concern yet" flush>
        <div className="card__body">
          <p>Settle what is open first, so that nothing is left undone.</p>
        </div>
        <WorkList label="What is open">
          {rows.map(({ key, title, meta, link }) => (
            <WorkRow key={key} title={title} meta={meta} action={link} />
          ))}
        </WorkList>
      </Card>
    </div>
  );
}
