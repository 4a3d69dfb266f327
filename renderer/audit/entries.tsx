import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { AuditLine, AuditPage } from '../../shared/contract/audit.ts';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable, type RowGroup } from '../ui/data-table.tsx';
import { Details } from '../ui/details.tsx';
import { Icon } from '../ui/icon.tsx';
import { Empty } from '../ui/notices.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { clockTime, weekday } from '../words/dates.ts';
import { type AuditFilters, spanOf, whatWords, whenWords, without } from './filters.ts';

const inOnePage = 25;
const number = (n: number): string => n.toLocaleString('en-GB');

const columns = [
  { key: 'entry', label: 'Entry', numeric: true },
  { key: 'time', label: 'Time' },
  { key: 'who', label: 'Who' },
  { key: 'what', label: 'What' },
  { key: 'record', label: 'Record' },
  { key: 'about', label: 'About' },
  { key: 'seal', label: 'Seal' },
];

function None({ what }: { readonly what: string }) {
  return (
    <span className="muted">
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{what}</VisuallyHidden>
    </span>
  );
}

function cellsOf({ entry, at, who, what, record, about, seal }: AuditLine) {
  return [
    number(entry),
    <span key="time" className="nowrap">
      {clockTime(at)}
    </span>,
    who?.name ?? 'This computer',
    what,
    record === null ? (
      <None key="record" what="No record" />
    ) : (
      <span key="record" className="nowrap">
        {record}
      </span>
    ),
    about === null ? (
      <None key="about" what="Nobody" />
    ) : (
      <span key="about" className="nowrap">
        {about}
      </span>
    ),
    <span key="seal" className="mono">
      {seal.slice(0, 8)}
    </span>,
  ];
}

function byDay(lines: readonly AuditLine[]): readonly RowGroup[] {
  const days = Map.groupBy(lines, ({ at }) => weekday(at));
  return [...days].map(([day, ofDay]) => ({
    key: day,
    title: day,
    rows: ofDay.map((line) => ({ key: line.event, cells: cellsOf(line) })),
  }));
}

interface ChipsProps {
  readonly filters: AuditFilters;
  readonly onFilters: (filters: AuditFilters) => void;
}

function Chips({ filters, onFilters }: ChipsProps) {
  const { nameOf } = useSignedIn();
  const { who, what, when } = filters;
  const chips = [
    who !== undefined && ({ key: 'who', words: nameOf(who) } as const),
    what !== undefined && ({ key: 'what', words: whatWords(what) } as const),
    when !== undefined && ({ key: 'when', words: whenWords(filters) } as const),
  ].filter((chip) => chip !== false);
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters in use">
      {chips.map(({ key, words }) => (
        <li key={key}>
          <button type="button" onClick={() => onFilters(without(filters, key))}>
            <VisuallyHidden>Take off the filter </VisuallyHidden>
            {words}
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Pages({ filters, total }: { readonly filters: AuditFilters; readonly total: number }) {
  const page = filters.page ?? 1;
  const last = Math.ceil(total / inOnePage);
  if (last <= 1) return null;
  const toPage = (wanted: number): AuditFilters => {
    const { page: _, ...rest } = filters;
    return wanted === 1 ? rest : { ...rest, page: wanted };
  };
  return (
    <nav className="results-bar" aria-label="Pages of entries">
      {page > 1 ? (
        <Link to="/audit" search={toPage(page - 1)} className={buttonClass({ small: true })}>
          Newer entries
        </Link>
      ) : (
        <span />
      )}
      <p className="muted">
        Page {number(page)} of {number(last)}
      </p>
      {page < last ? (
        <Link to="/audit" search={toPage(page + 1)} className={buttonClass({ small: true })}>
          Older entries
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}

function countWords(total: number, page: number): string {
  if (total === 0) return 'No entries';
  if (total === 1) return '1 entry';
  const first = (page - 1) * inOnePage + 1;
  const shown = `${number(first)} to ${number(Math.min(first + inOnePage - 1, total))}`;
  return total <= inOnePage
    ? `${number(total)} entries, newest first`
    : `${shown} of ${number(total)} entries, newest first`;
}

function withheldWords(withheld: number): string {
  const lines = withheld === 1 ? '1 withheld line' : `${number(withheld)} withheld lines`;
  return `Beside these the log holds ${lines}. They are checked like every other, and this page never shows them.`;
}

// The links stand under the table: whoever follows one wants to read on from the top of it.
function useTopOnNewPage(page: number) {
  const top = useRef<HTMLDivElement>(null);
  const before = useRef(page);
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView();
  }, [page]);
  return top;
}

interface ShownProps extends ChipsProps {
  readonly found: AuditPage;
}

function Shown({ found, filters, onFilters }: ShownProps) {
  const { total, lines, withheld } = found;
  return (
    <>
      <div className="results-bar">
        <p role="status">{countWords(total, filters.page ?? 1)}</p>
        <Chips filters={filters} onFilters={onFilters} />
      </div>
      <Card flush>
        {lines.length === 0 ? (
          <Empty icon="search" title="No entries match" text="Take off a filter, or choose other dates." />
        ) : (
          <DataTable caption="Entries of the audit log" columns={columns} groups={byDay(lines)} />
        )}
      </Card>
      <Pages filters={filters} total={total} />
      {withheld > 0 && <p className="muted">{withheldWords(withheld)}</p>}
    </>
  );
}

/** The entries that the filters let through, newest first. References only: no entry names a person in a record. */
export function Entries({ filters, onFilters }: ChipsProps) {
  const { who, what, page = 1 } = filters;
  const top = useTopOnNewPage(page);
  const found = useLook('audit', 'page', {
    ...spanOf(filters),
    ...(who !== undefined && { who }),
    ...(what !== undefined && { what }),
    before: (page - 1) * inOnePage,
    limit: inOnePage,
  });
  return (
    <div ref={top} tabIndex={-1} role="group" aria-label="Entries">
      <Look at={found} what="entries">
        {(value) => <Shown found={value} filters={filters} onFilters={onFilters} />}
      </Look>
      <Details summary="What is a seal?">
        <p>
          Each entry is sealed with a code made from all that stands in it, and it holds the seal of the entry before.
          If anything changes, the codes stop matching. The table shows the first 8 characters.
        </p>
      </Details>
    </div>
  );
}
