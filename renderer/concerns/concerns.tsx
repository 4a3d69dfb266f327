import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import type { Settings } from '../../shared/policy/register-state.ts';
import { useShownName } from '../initials.ts';
import { Look, useLook } from '../look.tsx';
import { NotForManagers } from '../people/not-for-managers.tsx';
import { isOnlyManager } from '../people/only-manager.ts';
import { usePrintRecord } from '../printing/print-record.tsx';
import { type SignedIn, useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable, type Row } from '../ui/data-table.tsx';
import { Empty } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { SubNav, type SubNavLink } from '../ui/sub-nav.tsx';
import { whenWords } from '../words/dates.ts';
import { LateTag } from './came-in.tsx';
import { byUrgency, isClosed, isReal, isWaiting, silenceOf } from './concern-status.ts';
import { ConcernTags } from './concern-tags.tsx';
import { owesGpRecord } from './gp-record/late.ts';
import { NextStep } from './next-step.tsx';
import { RestrictedList } from './restricted/restricted-list.tsx';
import { Struck } from './struck.tsx';

type Show = 'open' | 'waiting' | 'mine' | 'closed' | 'gp-record' | 'practice';

interface List {
  readonly label: string;
  readonly holds: (line: ConcernLine, settings: Settings) => boolean;
  readonly empty: string;
  readonly why: string;
  /** What stands in the column of the next step; "Next step" when not said. */
  readonly next?: string;
  readonly order?: (a: ConcernLine, b: ConcernLine) => number;
  /** Shown only where it holds something, or is open. */
  readonly rare?: boolean;
}

const endOf = ({ closing, decidedAt, raisedAt }: ConcernLine) => closing?.at ?? decidedAt ?? raisedAt;

/** What ended last first. */
function byEnd(a: ConcernLine, b: ConcernLine): number {
  return endOf(a) < endOf(b) ? 1 : -1;
}

const lists = {
  open: {
    label: 'Open',
    holds: (line) => isReal(line) && (!isClosed(line) || silenceOf(line) !== null),
    empty: 'No open concerns',
    why: 'A concern is open until somebody has closed it, or has decided that there is no further action.',
  },
  waiting: {
    label: 'Waiting for triage',
    holds: (line) => isReal(line) && isWaiting(line),
    empty: 'No concerns are waiting',
    why: 'A concern waits for a decision, and for somebody to take over where somebody must.',
  },
  mine: {
    label: 'Yours',
    holds: (line) => isReal(line) && line.mine,
    empty: 'You have not raised a concern',
    why: 'When you raise a concern, it shows here, and so does what came of it.',
  },
  closed: {
    label: 'Closed',
    holds: (line) => isReal(line) && isClosed(line),
    empty: 'No closed concerns',
    why: 'A concern shows here once it is closed, with its outcome. Duplicates and errors stand here too.',
    next: 'Outcome',
    order: byEnd,
  },
  'gp-record': {
    label: 'Not in the GP record',
    holds: (line, { gpRecordDays }) => owesGpRecord(line, gpRecordDays),
    empty: 'All concerns are recorded as copied',
    why: 'A concern shows here when nobody has recorded in time that it stands in the GP record.',
    rare: true,
  },
  practice: {
    label: 'Practice runs',
    holds: (line) => !isReal(line),
    empty: 'No practice runs',
    why: 'A practice run is about nobody real, and is never counted among real concerns.',
    rare: true,
  },
} as const satisfies Record<Show, List>;

const shows = Object.keys(lists) as Show[]; // `as`: keys forgets which they are.

function cellsOf(
  line: ConcernLine,
  { nameOf, categorySentence }: SignedIn,
  shown: ReturnType<typeof useShownName>,
): readonly ReactNode[] {
  const { concern, person, reference, name, nhsNumber, categories, raisedAt, raisedBy } = line;
  return [
    <Link key="reference" to="/concerns/$concern" params={{ concern }} className="nowrap">
      <Struck line={line}>{reference}</Struck>
    </Link>,
    <>
      <Link to="/people/$person" params={{ person }}>
        <Struck line={line}>{shown(name)}</Struck>
      </Link>
      <br />
      <span className="small muted tnum nowrap">{nhsNumber ?? 'NHS number not known'}</span>
    </>,
    <>
      <Struck line={line}>{categorySentence(categories)}</Struck> <LateTag writtenOn={line.writtenOn} />
    </>,
    <>
      {whenWords(raisedAt)}
      <br />
      <span className="small muted">by {nameOf(raisedBy)}</span>
    </>,
    <NextStep key="next" line={line} />,
    <ConcernTags key="status" standing={line} />,
  ];
}

const columns = (next: string) => [
  { key: 'reference', label: 'Reference' },
  { key: 'person', label: 'Person' },
  { key: 'concern', label: 'Concern' },
  { key: 'raised', label: 'Raised' },
  { key: 'next', label: next },
  { key: 'status', label: 'Status' },
];

interface TableProps {
  readonly list: List;
  readonly lines: readonly ConcernLine[];
}

function ConcernTable({ list, lines }: TableProps) {
  const signedIn = useSignedIn();
  const shown = useShownName();
  if (lines.length === 0) {
    return (
      <Card>
        <Empty icon="shield" title={list.empty} text={list.why} />
      </Card>
    );
  }
  const rows: readonly Row[] = lines.map((line) => ({ key: line.concern, cells: cellsOf(line, signedIn, shown) }));
  return (
    <Card flush>
      <DataTable
        caption={`Concerns: ${list.label.toLowerCase()}`}
        columns={columns(list.next ?? 'Next step')}
        rows={rows}
      />
    </Card>
  );
}

function linkTo(show: Show): (props: SubNavLink) => ReactNode {
  return (props) => (
    <Link to="/concerns" search={show === 'open' ? {} : { show }} activeOptions={{ exact: true }} {...props} />
  );
}

interface ListsProps {
  readonly lines: readonly ConcernLine[];
  readonly show: Show;
}

function Lists({ lines, show }: ListsProps) {
  const { settings } = useSignedIn().register;
  const heldBy = (some: List) => lines.filter((line) => some.holds(line, settings));
  const list: List = lists[show];
  const items = shows
    .map((key) => ({ key, of: lists[key] as List, count: heldBy(lists[key]).length })) // `as`: the table is made of these.
    .filter(({ key, of, count }) => of.rare !== true || count > 0 || key === show)
    .map(({ key, of, count }) => ({
      key,
      label: of.label,
      current: key === show,
      count,
      // Counted here alone, and never among the real ones.
      countWords: key === 'practice' ? 'practice runs' : 'concerns',
      link: linkTo(key),
    }));
  return (
    <>
      <SubNav label="Lists of concerns" items={items} />
      <ConcernTable list={list} lines={heldBy(list).toSorted(list.order ?? byUrgency)} />
    </>
  );
}

const forManagers = {
  title: 'A manager reads no concern',
  text: 'Whoever raised it, their supervisor and the safeguarding lead read it. You can raise one yourself.',
};

/** Every concern that I read, and where each one is. */
export function Concerns() {
  const search = useSearch({ strict: false });
  const show = shows.find((one) => one === search.show) ?? 'open';
  const onlyManager = isOnlyManager(useSignedIn());
  const at = useLook('concerns', 'list', {});
  const print = usePrintRecord({ record: null, name: 'concerns' });
  return (
    <>
      {print.firstLines}
      <Page title="Concerns" actions={print.button}>
        {print.outcome}
        <div className="no-print">
          <RestrictedList />
        </div>
        <Look at={at} what="concerns">
          {(lines) =>
            onlyManager && lines.length === 0 ? (
              <NotForManagers {...forManagers} />
            ) : (
              <Lists lines={lines} show={show} />
            )
          }
        </Look>
      </Page>
    </>
  );
}
