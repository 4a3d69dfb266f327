import { useState } from 'react';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { type Duty, dutiesCheckedOn, dutiesFor } from '../../../shared/domain/duties.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { Button } from '../../ui/button.tsx';
import { UrgentPanel } from '../../ui/notices.tsx';
import { dateAndTime, longDate } from '../../words/dates.ts';
import { ReportDialog } from './report-dialog.tsx';
import { type Report, reportedToWords } from './words.ts';

function reportWords({ reporter, reportedTo, reportedAt, theirReference }: Report): string {
  if (reportedTo === undefined || reportedAt === null) return `${reporter} reports it. Not reported yet.`;
  const reference = theirReference === undefined ? '' : ` Their reference: ${theirReference}.`;
  const to = reportedToWords[reportedTo].toLowerCase();
  return `${reporter} reported it to ${to} on ${dateAndTime(reportedAt)}.${reference}`;
}

function Reports({ reports }: { readonly reports: readonly Report[] }) {
  const { nameOf } = useSignedIn();
  if (reports.length === 0) return <p className="due--late">Nobody has written down who reports it.</p>;
  return (
    <ul className="nhsuk-list">
      {reports.map((report) => (
        <li key={report.event}>
          <strong>{reportWords(report)}</strong>
          <br />
          <span className="small muted">
            Written down by {nameOf(report.by)} on {dateAndTime(report.at)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Prompt({ duty, page }: { readonly duty: Duty; readonly page: ConcernPage }) {
  const [reporting, setReporting] = useState(false);
  const { category, title, words, onConcern } = duty;
  if (onConcern === undefined) return null;
  return (
    <UrgentPanel title={title}>
      <p>{words}</p>
      {onConcern.text.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {onConcern.asksReporter ? (
        <>
          <Reports reports={page.state.duties.reports.filter((report) => report.duty === category)} />
          <p className="no-print">
            <Button small onClick={() => setReporting(true)}>
              Record who reports it
            </Button>
          </p>
        </>
      ) : null}
      <p className="small">Words checked on {longDate(dutiesCheckedOn)}</p>
      {reporting ? <ReportDialog concern={page.concern} duty={category} onClose={() => setReporting(false)} /> : null}
    </UrgentPanel>
  );
}

/** What the law asks of each person, where the kinds of harm bring it up. Nobody can put it away. */
export function DutyPrompts({ page }: { readonly page: ConcernPage }) {
  // Also where somebody is of age: it may be about a child around them.
  return dutiesFor(page.state.raised.categories, undefined).map((duty) => (
    <Prompt key={duty.category} duty={duty} page={page} />
  ));
}
