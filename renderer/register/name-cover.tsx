import { Link, useNavigate } from '@tanstack/react-router';
import { addDays, format } from 'date-fns';
import { useState } from 'react';
import { type Path, type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import type { StaffLine } from '../../shared/contract/register.ts';
import { dayInEngland, type IsoDate } from '../../shared/domain/calendar.ts';
import type { PracticeId, StaffId } from '../../shared/domain/ids.ts';
import { leadRoles } from '../../shared/domain/roles.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { blankDate, chosenDay, type QuickDateValue } from '../ui/forms/dates.ts';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { QuickDate } from '../ui/forms/quick-date.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Select } from '../ui/forms/select.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { Empty, Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { weekday } from '../words/dates.ts';
import { ableReaders } from './able-readers.ts';
import { useStaffLine } from './staff-param.ts';

type Kind = 'planned' | 'sudden';

interface Values {
  kind: Kind | '';
  practice: string;
  cover: string;
  from: QuickDateValue;
  until: QuickDateValue;
  reason: string;
}

const noDay: QuickDateValue = { choice: '', other: blankDate };

const kindWords: Readonly<Record<Kind, { readonly label: string; readonly hint: string }>> = {
  planned: {
    label: 'A planned absence',
    hint: 'Leave or training. The person who is away names it, or confirms what a practice manager names.',
  },
  sudden: {
    label: 'They are suddenly away and cannot name cover themselves',
    hint: 'From today, for 14 days at most. A practice manager and a supervisor or safeguarding lead do it together.',
  },
};

/** Which kinds whoever looks may begin. */
function useKinds(line: StaffLine): readonly Kind[] {
  const { register, isManager, isSupervisor } = useSignedIn();
  const self = line.staff === register.me;
  const kinds: Kind[] = [];
  if (self || isManager) kinds.push('planned');
  if (!self && (isManager || isSupervisor)) kinds.push('sudden');
  return kinds;
}

function daysFrom(now: Date, near: readonly (readonly [words: string, days: number])[]) {
  return near.map(([words, days]) => {
    const day = addDays(now, days);
    return { value: format(day, 'yyyy-MM-dd'), label: `${words}: ${weekday(day)}` };
  });
}

interface Read {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** What only the boxes can know of a day. */
function dayProblem(value: QuickDateValue, named: 'from' | 'until'): readonly [Path<Values>, string] | null {
  const day = chosenDay(value);
  const which = named === 'from' ? 'first' : 'last';
  if (day === 'wrong') return [`${named}.other`, 'Enter a real date, such as 23 November 2026'];
  if (day !== null) return null;
  return value.choice === 'other'
    ? [`${named}.other`, `Enter the ${which} day`]
    : [named, `Select the ${which} day of the cover`];
}

/** Puts what is missing beside its field. @returns the days once nothing is */
function read(form: UseFormReturn<Values>, today: IsoDate): Read | null {
  const values = form.getValues();
  const problems: (readonly [Path<Values>, string] | null)[] = [
    values.kind === '' ? ['kind', 'Select what kind of absence it is'] : null,
    values.practice === '' ? ['practice', 'Select the practice'] : null,
    values.cover === '' ? ['cover', 'Select who stands in'] : null,
    values.kind === 'planned' ? dayProblem(values.from, 'from') : null,
    dayProblem(values.until, 'until'),
    values.reason.trim() === '' ? ['reason', 'Enter why cover is needed'] : null,
  ];
  const found = problems.filter((one) => one !== null);
  for (const [field, message] of found) form.setError(field, { message });
  if (found.length > 0) return null;
  // `as`, twice: anything else was a problem above.
  const from = values.kind === 'planned' ? (chosenDay(values.from) as IsoDate) : today;
  return { from, until: chosenDay(values.until) as IsoDate };
}

function Days({ of, kind, now }: { readonly of: UseFormReturn<Values>; readonly kind: Kind; readonly now: Date }) {
  if (kind === 'sudden') {
    return (
      <QuickDate
        of={of}
        name="until"
        label="Last day"
        hint="It begins now and ends by itself after this day."
        options={daysFrom(now, [
          ['In 1 week', 7],
          ['For 14 days, the longest', 13],
        ])}
      />
    );
  }
  return (
    <>
      <QuickDate
        of={of}
        name="from"
        label="First day"
        options={daysFrom(now, [
          ['Today', 0],
          ['Tomorrow', 1],
        ])}
      />
      <QuickDate
        of={of}
        name="until"
        label="Last day"
        hint="It ends by itself after this day."
        options={daysFrom(now, [
          ['In 1 week', 7],
          ['In 2 weeks', 14],
        ])}
      />
    </>
  );
}

interface FormProps {
  readonly line: StaffLine;
  readonly kinds: readonly Kind[];
  readonly practices: readonly PracticeId[];
}

function CoverForm({ line, kinds, practices }: FormProps) {
  const { register, practiceName, nameAndRole } = useSignedIn();
  const navigate = useNavigate();
  const [now] = useState(() => new Date());
  const only = <T extends string>(all: readonly T[]): T | '' => (all.length === 1 ? (all[0] ?? '') : '');
  const form = useForm<Values>({
    ...formRules,
    defaultValues: {
      kind: only(kinds),
      practice: only(practices),
      cover: '',
      from: noDay,
      until: noDay,
      reason: '',
    },
  });
  const saving = useSaving({ form });
  const kind = useWatch({ control: form.control, name: 'kind' });
  const { staff } = line;
  const save = async (): Promise<void> => {
    const days = read(form, dayInEngland(now));
    if (days === null) return;
    const { practice, cover, reason } = form.getValues();
    // `as`: both were chosen from lists of them.
    const asked = { absent: staff, practice: practice as PracticeId, cover: cover as StaffId, reason };
    const { until } = days;
    const done = await saving.save(() =>
      kind === 'planned'
        ? log.register.coverAbsence({ ...asked, ...days })
        : log.register.appointCover({ ...asked, until }),
    );
    if (done !== undefined) await navigate({ to: '/practice/staff/$staff', params: { staff }, replace: true });
  };
  return (
    <Form of={form} onSave={() => void save()} problem={saving.problem} label="Absence cover">
      {kinds.length > 1 && (
        <Choice
          of={form}
          name="kind"
          label="What kind of absence is it?"
          options={kinds.map((value) => ({ value, ...kindWords[value] }))}
        />
      )}
      {practices.length > 1 && (
        <Select
          of={form}
          name="practice"
          label="At which practice?"
          blank="Select a practice"
          options={practices.map((value) => ({ value, label: practiceName(value) }))}
        />
      )}
      <Select
        of={form}
        name="cover"
        label="Who stands in?"
        hint="They read and decide there as if they held the role. Only somebody whose own role two people confirmed can."
        blank="Select a colleague"
        options={ableReaders(register.staff, staff).map((one) => ({
          value: one.staff,
          label: nameAndRole(one.staff),
        }))}
      />
      {kind !== '' && <Days of={form} kind={kind} now={now} />}
      <TextArea
        of={form}
        name="reason"
        label="Why is cover needed?"
        hint="“On leave” is enough. Everybody who works here can read this, so do not write about anybody's health."
        rows={2}
        max={4_000}
      />
      <SaveButton busy={saving.busy}>Name this cover</SaveButton>
    </Form>
  );
}

function Help({ line }: { readonly line: StaffLine }) {
  return (
    <Guide title="What happens">
      <p>
        From the first day to the last, whoever stands in reads the concerns of that practice and decides about them.
        {` ${line.name}`} goes on reading them too.
      </p>
      <p>After the last day it ends by itself. Nobody has to remember it. Either of the two can end it earlier.</p>
      <p>The log does not tell anybody: say it to whoever stands in.</p>
    </Guide>
  );
}

/** Names who stands in for a lead or deputy who is away. */
export function NameCover() {
  const line = useStaffLine();
  return line === undefined ? <NotThere /> : <ForSomebody line={line} />;
}

function NotThere() {
  return (
    <Page title="Absence cover">
      <Card>
        <Empty title="Nobody here has this page" text="Choose a colleague from the list of who works here." />
      </Card>
    </Page>
  );
}

function ForSomebody({ line }: { readonly line: StaffLine }) {
  const kinds = useKinds(line);
  const { staff, name, roles } = line;
  const practices = [
    ...new Set(roles.filter(({ role, stands }) => stands && leadRoles.includes(role)).map(({ practice }) => practice)),
  ];
  return (
    <Page
      title={`Absence cover for ${name}`}
      windowTitle="Absence cover"
      back={
        <Link to="/practice/staff/$staff" params={{ staff }} className="nhsuk-back-link">
          Back to {name}
        </Link>
      }
    >
      {kinds.length === 0 || practices.length === 0 ? (
        <Card>
          <Empty
            title={
              practices.length === 0
                ? 'There is no role to cover'
                : 'They themselves, a practice manager, supervisor or safeguarding lead can name cover'
            }
            text={practices.length === 0 ? 'Cover is for a safeguarding lead or deputy whose role is confirmed.' : ''}
          />
        </Card>
      ) : (
        <div className="layout layout--form">
          <CoverForm line={line} kinds={kinds} practices={practices} />
          <Help line={line} />
        </div>
      )}
    </Page>
  );
}
