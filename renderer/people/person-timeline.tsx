import { Link } from '@tanstack/react-router';
import { format, parseISO } from 'date-fns';
import { type ReactNode, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { PersonPage, TimelineEntry } from '../../shared/contract/people.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { Look } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Empty } from '../ui/notices.tsx';
import { Problem } from '../ui/problem.tsx';
import { Tag } from '../ui/tag.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { dateAndTime, longDate } from '../words/dates.ts';
import { Patterns } from './patterns.tsx';
import { PersonSection } from './person-section.tsx';
import { Short } from './short.tsx';
import { kindOf, kinds, type Told, tell } from './timeline-entry.ts';
import { askedBy, type FilterValues, narrowed, noFilters, TimelineFilters } from './timeline-filters.tsx';
import { unreadCount } from './unread-records.tsx';
import { type TimelineSoFar, useTimeline } from './use-timeline.ts';

interface Line {
  readonly entry: TimelineEntry;
  readonly told: Told;
}

function Title({ line: { entry, told }, person }: { readonly line: Line; readonly person: PersonId }): ReactNode {
  const { thread, type } = entry;
  if (type.startsWith('concern.')) {
    return (
      <Link to="/concerns/$concern" params={{ concern: thread }}>
        {told.title}
      </Link>
    );
  }
  if (type.startsWith('referral.')) {
    return (
      <Link to="/referrals/$referral" params={{ referral: thread }}>
        {told.title}
      </Link>
    );
  }
  if (!type.startsWith('person.')) return told.title;
  return (
    <Link to="/people/$person/details" params={{ person }}>
      {told.title}
    </Link>
  );
}

function When({ entry: { day, late, recordedAt } }: { readonly entry: TimelineEntry }) {
  return late ? `Happened ${longDate(day)}, recorded ${dateAndTime(recordedAt)}` : dateAndTime(recordedAt);
}

const withdrawnWords = { 'entered-in-error': 'Entered in error', 'taken-back': 'Taken back' } as const;

interface MonthProps {
  readonly person: PersonId;
  readonly title: string;
  readonly lines: readonly Line[];
}

function Month({ person, title, lines }: MonthProps) {
  const { nameAndRole } = useSignedIn();
  const entries = lines.map((line) => {
    const { entry, told } = line;
    const { tone, icon, word } = kinds[kindOf(entry)];
    return {
      key: entry.event,
      tone,
      icon,
      kind: (
        <>
          {word}
          {entry.late && <Tag colour="grey">Late entry</Tag>}
        </>
      ),
      when: <When entry={entry} />,
      title: <Title line={line} person={person} />,
      body: told.body === undefined || told.body === '' ? undefined : <Short text={told.body} of={told.title} />,
      ...(entry.withdrawn !== null && { withdrawn: withdrawnWords[entry.withdrawn] }),
      by: `${told.did} ${nameAndRole(entry.by.staff)}, ${entry.reference}`,
    };
  });
  return (
    <>
      <h2 className="timeline-month">{title}</h2>
      <Timeline label={title} entries={entries} />
    </>
  );
}

function byMonth(lines: readonly Line[]): readonly (readonly [month: string, lines: readonly Line[]])[] {
  const months = Map.groupBy(lines, ({ entry }) => format(parseISO(entry.recordedAt), 'MMMM yyyy'));
  return [...months];
}

function countWords({ newest: { all, total }, entries }: TimelineSoFar): string {
  const older = total - entries.length;
  const rest = older > 0 ? `. ${older} older ${older === 1 ? 'entry is' : 'entries are'} not shown yet` : '';
  return `Showing ${entries.length} of ${all} ${all === 1 ? 'entry' : 'entries'}, newest first${rest}`;
}

function Unread({ page }: { readonly page: PersonPage }) {
  const count = unreadCount(page);
  if (count === 0) return null;
  return (
    <p className="muted">
      {count === 1 ? '1 more record is' : `${count} more records are`} about this person that you do not read. Ask the
      safeguarding lead if you need to know what it says.
    </p>
  );
}

interface ShownProps {
  readonly person: PersonId;
  readonly soFar: TimelineSoFar;
  readonly onOlder: () => void;
  readonly onClear: () => void;
}

function Shown({ person, soFar, onOlder, onClear }: ShownProps) {
  const signedIn = useSignedIn();
  const { entries, newest, problem, again } = soFar;
  const lines = entries.map((entry) => ({ entry, told: tell(entry, signedIn) }));
  return (
    <>
      {lines.length === 0 && (
        <Empty title="Nothing matches these filters" action={<Button onClick={onClear}>Clear filters</Button>} />
      )}
      {byMonth(lines).map(([month, ofMonth]) => (
        <Month key={month} person={person} title={month} lines={ofMonth} />
      ))}
      {problem !== null && <Problem sentence={problem} onAgain={again} />}
      {entries.length < newest.total && (
        <Button onClick={onOlder}>
          Show older entries<VisuallyHidden> on this timeline</VisuallyHidden>
        </Button>
      )}
    </>
  );
}

function Entries({ page }: { readonly page: PersonPage }) {
  const form = useForm<FilterValues>({ ...formRules, defaultValues: noFilters });
  const filters = useWatch({ control: form.control }) as FilterValues; // `as`: all of it is watched.
  const asked = { person: page.person, ...askedBy(filters) };
  // Other filters begin at the newest again.
  const [older, setOlder] = useState({ pages: 1, of: '' });
  const narrowedTo = JSON.stringify(asked);
  const pages = older.of === narrowedTo ? older.pages : 1;
  const { first, soFar } = useTimeline(asked, pages);
  const clear = (): void => form.reset(noFilters);
  return (
    <Look at={first} what="the timeline">
      {(newest) =>
        newest.all === 0 ? (
          <Card>
            <Empty
              title="Nothing recorded yet"
              icon="clock"
              text="Concerns, actions and referrals about this person will show here."
            />
            <Unread page={page} />
          </Card>
        ) : (
          <div className="layout layout--filters">
            <TimelineFilters of={form} totals={newest.totals} set={narrowed(filters)} onClear={clear} />
            <div>
              <div className="results-bar">
                <p role="status">{countWords(soFar(newest))}</p>
              </div>
              <Unread page={page} />
              <Shown
                person={page.person}
                soFar={soFar(newest)}
                onOlder={() => setOlder({ pages: pages + 1, of: narrowedTo })}
                onClear={clear}
              />
            </div>
          </div>
        )
      }
    </Look>
  );
}

/** Everything that happened to one person, as far as the reader reads it. */
export function PersonTimeline() {
  return (
    <PersonSection part="Timeline">
      {(page) => (
        <>
          <Patterns person={page.person} />
          <Entries page={page} />
        </>
      )}
    </PersonSection>
  );
}
