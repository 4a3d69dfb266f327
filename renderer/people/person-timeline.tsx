import { Link } from '@tanstack/react-router';
import { format, parseISO } from 'date-fns';
import { type ReactNode, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { PersonPage, TimelineEntry } from '../../shared/contract/people.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { Look } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Choices } from '../ui/forms/choices.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Empty } from '../ui/notices.tsx';
import { Problem } from '../ui/problem.tsx';
import { Tag } from '../ui/tag.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { dateAndTime, longDate } from '../words/dates.ts';
import { PersonSection } from './person-section.tsx';
import { Short } from './short.tsx';
import { type EntryKind, isLate, kinds, type Told, tell } from './timeline-entry.ts';
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

function When({ line: { entry, told } }: { readonly line: Line }) {
  if (!isLate(told, entry) || told.happenedOn === undefined) return dateAndTime(entry.recordedAt);
  return `Happened ${longDate(told.happenedOn)}, recorded ${dateAndTime(entry.recordedAt)}`;
}

interface MonthProps {
  readonly person: PersonId;
  readonly title: string;
  readonly lines: readonly Line[];
}

function Month({ person, title, lines }: MonthProps) {
  const { nameAndRole } = useSignedIn();
  const entries = lines.map((line) => {
    const { entry, told } = line;
    const { tone, icon, word } = kinds[told.kind];
    return {
      key: entry.event,
      tone,
      icon,
      kind: (
        <>
          {word}
          {isLate(told, entry) && <Tag colour="grey">Late entry</Tag>}
        </>
      ),
      when: <When line={line} />,
      title: <Title line={line} person={person} />,
      body: told.body === undefined || told.body === '' ? undefined : <Short text={told.body} of={told.title} />,
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

const allKinds = Object.keys(kinds) as EntryKind[]; // `as`: the keys of the map.

function countWords(shown: number, { entries, total }: TimelineSoFar): string {
  const older = total - entries.length;
  const rest = older > 0 ? `. ${older} older ${older === 1 ? 'entry is' : 'entries are'} not shown yet` : '';
  return `Showing ${shown} of ${total} ${total === 1 ? 'entry' : 'entries'}, newest first${rest}`;
}

interface Shown {
  readonly page: PersonPage;
  readonly soFar: TimelineSoFar;
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

function Filtered({ page, soFar }: Shown) {
  const signedIn = useSignedIn();
  const lines = soFar.entries.map((entry) => ({ entry, told: tell(entry, signedIn) }));
  const form = useForm<{ kinds: EntryKind[] }>({ ...formRules, defaultValues: { kinds: allKinds } });
  const chosen = useWatch({ control: form.control, name: 'kinds' });
  const shown = lines.filter(({ told }) => chosen.includes(told.kind));
  const clear = (): void => form.setValue('kinds', allKinds);
  return (
    <div className="layout layout--filters">
      <section className="filters" aria-label="Filters">
        <Choices
          of={form}
          name="kinds"
          label="Show"
          options={allKinds.map((kind) => ({
            value: kind,
            label: `${kinds[kind].plural} (${lines.filter(({ told }) => told.kind === kind).length})`,
          }))}
        />
        {chosen.length < allKinds.length && <LinkButton onClick={clear}>Clear filters</LinkButton>}
      </section>
      <div>
        <div className="results-bar">
          <p role="status">{countWords(shown.length, soFar)}</p>
        </div>
        <Unread page={page} />
        {shown.length === 0 && (
          <Empty title="Nothing matches these filters" action={<Button onClick={clear}>Clear filters</Button>} />
        )}
        {byMonth(shown).map(([month, ofMonth]) => (
          <Month key={month} person={page.person} title={month} lines={ofMonth} />
        ))}
        {soFar.problem !== null && <Problem sentence={soFar.problem} onAgain={soFar.again} />}
        {soFar.entries.length < soFar.total && (
          <Button onClick={soFar.showOlder}>
            Show older entries<VisuallyHidden> on this timeline</VisuallyHidden>
          </Button>
        )}
      </div>
    </div>
  );
}

function Entries({ page }: { readonly page: PersonPage }) {
  const [pages, setPages] = useState(1);
  const { first, ...soFar } = useTimeline(page.person, pages, () => setPages(pages + 1));
  return (
    <Look at={first} what="the timeline">
      {() =>
        soFar.total === 0 ? (
          <Card>
            <Empty
              title="Nothing recorded yet"
              icon="clock"
              text="Concerns, actions and referrals about this person will show here."
            />
            <Unread page={page} />
          </Card>
        ) : (
          <Filtered page={page} soFar={soFar} />
        )
      }
    </Look>
  );
}

/** Everything that happened to one person, as far as the reader reads it. */
export function PersonTimeline() {
  return <PersonSection part="Timeline">{(page) => <Entries page={page} />}</PersonSection>;
}
