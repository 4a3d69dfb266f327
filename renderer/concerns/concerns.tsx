import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import { useShownName } from '../initials.ts';
import { Look, useLook } from '../look.tsx';
import { NotForManagers } from '../people/not-for-managers.tsx';
import { isOnlyManager } from '../people/only-manager.ts';
import { usePrintRecord } from '../printing/print-record.tsx';
import { type SignedIn, useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable, type Row } from '../ui/data-table.tsx';
import { lowerFirst } from '../ui/lower-first.ts';
import { Empty } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { SubNav, type SubNavLink } from '../ui/sub-nav.tsx';
import { dueWords, whenWords } from '../words/dates.ts';
import { LateTag } from './came-in.tsx';
import { byUrgency, isReal, isWaiting, silenceOf, silenceWords } from './concern-status.ts';
import { ConcernTags } from './concern-tags.tsx';

type Show = 'open' | 'waiting' | 'mine' | 'decided' | 'practice';

interface List {
  readonly label: string;
  readonly holds: (line: ConcernLine) => boolean;
  readonly empty: string;
  readonly why: string;
}

const lists = {
  open: {
    label: 'Open',
    holds: (line) => isReal(line) && (line.decision !== 'no-further-action' || silenceOf(line) !== null),
    empty: 'No open concerns',
    why: 'A concern is open until somebody has decided that there is no further action.',
  },
  waiting: {
    label: 'Waiting',
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
  decided: {
    label: 'Decided',
    holds: (line) => isReal(line) && line.decision !== null,
    empty: 'No decisions yet',
    why: 'A concern shows here once somebody has recorded a decision on it.',
  },
  practice: {
    label: 'Practice runs',
    holds: (line) => !isReal(line),
    empty: 'No practice runs',
    why: 'A practice run is about nobody real, and is never counted among real concerns.',
  },
} as const satisfies Record<Show, List>;

const shows = Object.keys(lists) as Show[]; // `as`: keys forgets which they are.

/** What has to happen next, as far as the log knows. */
function NextStep({ line }: { readonly line: ConcernLine }) {
  const { nameOf } = useSignedIn();
  const { concern, mine, owner, decision, reviewOn, mayDecide } = line;
  const silence = silenceOf(line);
  if (silence !== null) {
    const words = <span className="due--late">{silenceWords[silence]}</span>;
    return mine ? (
      <Link to="/concerns/$concern/tell" params={{ concern }}>
        {words}
      </Link>
    ) : (
      words
    );
  }
  if (decision === null) {
    if (owner !== null) return `Decision by ${nameOf(owner)}`;
    return mayDecide ? 'Acknowledge it' : 'Told, not acknowledged yet';
  }
  if (reviewOn === null) return 'No review set';
  const { words, late } = dueWords(reviewOn);
  return <span className={late ? 'due--late' : undefined}>Review {lowerFirst(words)}</span>;
}

function cellsOf(
  line: ConcernLine,
  { nameOf, categorySentence }: SignedIn,
  shown: ReturnType<typeof useShownName>,
): readonly ReactNode[] {
  const { concern, person, reference, name, nhsNumber, categories, raisedAt, raisedBy } = line;
  return [
    <Link key="reference" to="/concerns/$concern" params={{ concern }} className="nowrap">
      {reference}
    </Link>,
    <>
      <Link to="/people/$person" params={{ person }}>
        {shown(name)}
      </Link>
      <br />
      <span className="small muted tnum nowrap">{nhsNumber ?? 'NHS number not known'}</span>
    </>,
    <>
      {categorySentence(categories)} <LateTag writtenOn={line.writtenOn} />
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

const columns = [
  { key: 'reference', label: 'Reference' },
  { key: 'person', label: 'Person' },
  { key: 'concern', label: 'Concern' },
  { key: 'raised', label: 'Raised' },
  { key: 'next', label: 'Next step' },
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
      <DataTable caption={`Concerns: ${list.label.toLowerCase()}`} columns={columns} rows={rows} />
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
  const anyPractice = lines.some((line) => !isReal(line));
  const items = shows
    .filter((key) => key !== 'practice' || anyPractice || show === 'practice')
    .map((key) => ({
      key,
      label: lists[key].label,
      current: key === show,
      count: lines.filter(lists[key].holds).length,
      // Counted here alone, and never among the real ones.
      countWords: key === 'practice' ? 'practice runs' : 'concerns',
      link: linkTo(key),
    }));
  return (
    <>
      <SubNav label="Lists of concerns" items={items} />
      <ConcernTable list={lists[show]} lines={lines.filter(lists[show].holds).toSorted(byUrgency)} />
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
