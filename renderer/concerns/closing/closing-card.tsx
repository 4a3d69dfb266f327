import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { Card } from '../../ui/card.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { dateAndTime } from '../../words/dates.ts';
import { outcomeWords, riskWords, wishesWords } from './words.ts';

/** How it was closed, before everything else; after it was reopened, why. */
export function ClosingCard({ page }: { readonly page: ConcernPage }) {
  const { register, nameOf, nameAndRole } = useSignedIn();
  const { closing, state, stage } = page;
  const mine = state.raisedBy === register.me;
  const reopened = state.course.reopenings.at(-1);
  if (closing === null) {
    if (reopened === undefined || stage === 'closed') return null;
    return (
      <Card title="Reopened">
        <p className="prewrap">{reopened.why}</p>
        <p className="small muted">
          Reopened by {nameOf(reopened.by)} on {dateAndTime(reopened.at)}
        </p>
      </Card>
    );
  }
  return (
    <Card title="Closed">
      <SummaryList
        rows={[
          { key: 'Outcome', value: outcomeWords[closing.outcome] },
          { key: 'Why', value: closing.reason, typed: true },
          { key: 'Risk now', value: riskWords[closing.risk] },
          { key: 'Did they get what they wanted?', value: wishesWords[closing.wishes] },
          ...(mine ? [] : [{ key: `For ${nameOf(state.raisedBy)}`, value: closing.forRaiser, typed: true }]),
        ]}
      />
      <p className="small muted">
        Closed by {nameAndRole(closing.by)} on {dateAndTime(closing.at)}
      </p>
    </Card>
  );
}
