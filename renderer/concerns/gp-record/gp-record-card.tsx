import { Link } from '@tanstack/react-router';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { Card } from '../../ui/card.tsx';
import { Flag } from '../../ui/notices.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { notTheRecord, recordIsRead } from '../../words/always-true.ts';
import { dateAndTime, longDate } from '../../words/dates.ts';
import { hiddenWords } from './words.ts';

/** Whether, when and how it was copied to the GP record. A yellow strip as long as nobody says so. */
export function GpRecordCard({ page }: { readonly page: ConcernPage }) {
  const { nameOf } = useSignedIn();
  const { concern, state, stage, practiceRun } = page;
  const copies = state.course.inGpRecord;
  const link = (words: string) => (
    <p className="no-print">
      <Link to="/concerns/$concern/gp-record" params={{ concern }}>
        {words}
      </Link>
    </p>
  );
  if (copies.length === 0) {
    if (practiceRun || stage === 'entered-in-error' || stage === 'duplicate') return null;
    return (
      <Flag>
        <p>
          {state.restricted === undefined ? (
            <>
              <strong>Nobody has recorded that this stands in the GP record.</strong> {notTheRecord}
            </>
          ) : (
            recordIsRead
          )}
        </p>
        {link('Copy to the GP record')}
      </Flag>
    );
  }
  return (
    <Card title="In the GP record">
      {copies.map(({ event, system, on, code, hiddenOnline, by, at }) => (
        <div key={event}>
          <SummaryList
            rows={[
              { key: 'GP record system', value: system },
              { key: 'Copied on', value: longDate(on) },
              { key: 'Code', value: code ?? 'No code' },
              {
                key: 'Online access',
                value: (
                  <span className={hiddenOnline === 'yes' ? undefined : 'due--late'}>{hiddenWords[hiddenOnline]}</span>
                ),
              },
            ]}
          />
          <p className="small muted">
            Recorded by {nameOf(by)} on {dateAndTime(at)}
          </p>
        </div>
      ))}
      {link('Record another copy')}
    </Card>
  );
}
