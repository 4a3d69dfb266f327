import { Link } from '@tanstack/react-router';
import type { SessionPage } from '../../shared/contract/supervision.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { SummaryList, type SummaryRow } from '../ui/summary-list.tsx';
import { Tag } from '../ui/tag.tsx';
import { dateAndTime, longDate } from '../words/dates.ts';
import { kindWords, lengthWords, listWords, modeWords, outcomeTags, workloadWords } from './words.ts';

type Recorded = SessionPage['state']['recorded'];

function Facts({ page }: { readonly page: SessionPage }) {
  const { nameOf } = useSignedIn();
  const { recorded, recordedAt } = page.state;
  const { kind, heldOn, minutes, mode, supervisor, supervisees, nextOn, workload, caseload, learning } = recorded;
  const rows: readonly (SummaryRow | false)[] = [
    { key: 'Who was supervised', value: listWords(supervisees.map(nameOf)) },
    { key: 'Supervisor', value: nameOf(supervisor) },
    { key: 'Kind', value: kindWords[kind] },
    { key: 'Held on', value: `${longDate(heldOn)}, ${lengthWords(minutes)}, ${modeWords[mode].toLowerCase()}` },
    { key: 'Recorded', value: `${dateAndTime(recordedAt)}, by ${nameOf(supervisor)}` },
    workload !== undefined && { key: 'Workload', value: workloadWords[workload] },
    caseload !== undefined && {
      key: 'Caseload',
      value: `${caseload.people} people now, ${caseload.waiting} waiting`,
    },
    learning !== undefined && { key: 'Learning and support agreed', value: learning, typed: true },
    { key: 'Next session', value: nextOn === null ? 'Not agreed in this session' : longDate(nextOn) },
  ];
  return <SummaryList rows={rows.filter((row) => row !== false)} />;
}

function Since({ since }: { readonly since: NonNullable<Recorded['since']> }) {
  return (
    <Card title="Since last time" flush>
      <DataTable
        caption="What came of the actions of the last session"
        columns={[
          { key: 'what', label: 'What was agreed' },
          { key: 'outcome', label: 'What came of it' },
        ]}
        rows={since.map(({ what, outcome }, index) => ({
          key: `${index}`,
          cells: [
            <span key="what" className="prewrap">
              {what}
            </span>,
            <Tag key="outcome" colour={outcomeTags[outcome].colour}>
              {outcomeTags[outcome].words}
            </Tag>,
          ],
        }))}
      />
    </Card>
  );
}

/** By reference; a link for those who can read the concern. */
function Concerns({ recorded }: { readonly recorded: Recorded }) {
  const mine = useLook('concerns', 'list', {});
  const notes = new Map((recorded.concernNotes ?? []).map(({ concern, note }) => [concern, note]));
  return (
    <Card title="Concerns discussed">
      <dl className="nhsuk-summary-list">
        {recorded.concerns.map((concern) => (
          <div key={concern} className="nhsuk-summary-list__row">
            <dt className="nhsuk-summary-list__key">
              {mine.data?.some((line) => line.concern === concern) ? (
                <Link to="/concerns/$concern" params={{ concern }}>
                  {referenceOf('C', concern)}
                </Link>
              ) : (
                referenceOf('C', concern)
              )}
            </dt>
            <dd className="nhsuk-summary-list__value prewrap">{notes.get(concern) ?? 'No note'}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Actions({ actions }: Pick<Recorded, 'actions'>) {
  const { nameOf } = useSignedIn();
  if (actions.length === 0) {
    return (
      <Card title="Actions agreed">
        <p>No actions were agreed.</p>
      </Card>
    );
  }
  return (
    <Card title="Actions agreed" flush>
      <DataTable
        caption="Actions agreed"
        columns={[
          { key: 'what', label: 'What' },
          { key: 'who', label: 'Who' },
          { key: 'when', label: 'By when' },
        ]}
        rows={actions.map(({ what, owner, dueOn }, index) => ({
          key: `${index}`,
          cells: [
            <span key="what" className="prewrap">
              {what}
            </span>,
            nameOf(owner),
            dueOn === null ? 'No day agreed' : longDate(dueOn),
          ],
        }))}
      />
    </Card>
  );
}

/** All that was written down of a session. Nothing of it can be changed. */
export function SessionRecord({ page }: { readonly page: SessionPage }) {
  const { recorded } = page.state;
  return (
    <>
      <Card title="Session">
        <Facts page={page} />
      </Card>
      {recorded.since !== undefined && recorded.since.length > 0 && <Since since={recorded.since} />}
      <Card title="What was discussed">
        <p className="prewrap">{recorded.discussed}</p>
      </Card>
      {recorded.concerns.length > 0 && <Concerns recorded={recorded} />}
      <Actions actions={recorded.actions} />
    </>
  );
}
