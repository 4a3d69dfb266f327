import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { useNumbers } from '../register/danger-now.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { UrgentPanel } from '../ui/notices.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { emergencyFirst } from '../words/always-true.ts';
import { dateAndTime } from '../words/dates.ts';
import { lateEntryWords, recordedForWords } from './came-in-words.ts';
import { dangerNowWords, whenItHappened } from './words.ts';

/** What whoever takes a concern over has to know before they read on: danger first, and whom to phone. */
export function WhenRaised({ page }: { readonly page: ConcernPage }) {
  const { nameOf, categorySentence } = useSignedIn();
  const numbers = useNumbers();
  const { raised, raisedAt, raisedBy } = page.state;
  return (
    <>
      {raised.dangerNow === 'yes' && (
        <UrgentPanel title={<span className="due--late">Immediate danger when raised: Yes</span>} contacts={numbers}>
          <p>{emergencyFirst}</p>
        </UrgentPanel>
      )}
      <Card title="When it was raised">
        <SummaryList
          rows={[
            { key: 'Immediate danger', value: dangerNowWords[raised.dangerNow] },
            { key: 'Concern', value: categorySentence(raised.categories) },
            { key: 'When it happened', value: whenItHappened(raised) },
            { key: 'Raised', value: `${dateAndTime(raisedAt)}, by ${nameOf(raisedBy)}` },
            ...(raised.recordedFor === undefined
              ? []
              : [{ key: 'Recorded for', value: recordedForWords(raised.recordedFor) }]),
            ...(raised.lateEntry === undefined
              ? []
              : [{ key: 'Late entry', value: lateEntryWords(raised.lateEntry, raisedAt) }]),
          ]}
        />
      </Card>
    </>
  );
}
