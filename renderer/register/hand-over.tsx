import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { StaffLine } from '../../shared/contract/register.ts';
import type { HandedOver, LeavingPage, OpenWork, WorkKind } from '../../shared/contract/staffing.ts';
import type { StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { useShownName } from '../initials.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { Choices } from '../ui/forms/choices.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Select } from '../ui/forms/select.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { Banner } from '../ui/notices.tsx';
import { longDate } from '../words/dates.ts';

const kinds: readonly WorkKind[] = ['concern', 'action', 'referral'];

const kindWords: Readonly<Record<WorkKind, string>> = {
  concern: 'Concerns',
  action: 'Actions',
  referral: 'Referrals that wait for an answer',
};

interface Values {
  kind: WorkKind | '';
  concern: string[];
  action: string[];
  referral: string[];
  to: string;
  why: string;
}

type Shown = ReturnType<typeof useShownName>;

/** One box for each record: two actions of one concern go together. */
function boxesOf(work: readonly OpenWork[], shown: Shown) {
  return [...Map.groupBy(work, ({ record }) => record)].map(([record, pieces]) => {
    const name = pieces[0]?.name ?? null;
    const whose = name === null ? 'Somebody whose name you do not read' : shown(name);
    const asked = pieces.map(({ what, dueOn }) => {
      return [what, dueOn === null ? null : `due ${longDate(dueOn)}`].filter((part) => part !== null).join(', ');
    });
    const more = asked.filter((words) => words !== '');
    return {
      value: record,
      label: pieces[0]?.reference ?? '',
      hint: more.length === 0 ? whose : `${whose}: ${more.join('; ')}`,
    };
  });
}

function Result({ result, to, from }: { readonly result: HandedOver; readonly to: string; readonly from: string }) {
  const { handedOver, refused } = result;
  const done = handedOver === 1 ? '1 thing was handed over' : `${handedOver} things were handed over`;
  return (
    <Banner
      kind={refused.length === 0 ? 'success' : 'information'}
      heading={handedOver === 0 ? 'Nothing was handed over' : `${done} to ${to}`}
    >
      {handedOver > 0 && <p>The log does not tell {to}: you do.</p>}
      {refused.length > 0 && (
        <>
          <p>These stay with {from}:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {refused.map(({ record, reference, sentence }) => (
              <li key={`${record} ${sentence}`}>
                <span className="nowrap">{reference}</span>: {sentence}
              </li>
            ))}
          </ul>
        </>
      )}
    </Banner>
  );
}

interface FormProps {
  readonly page: LeavingPage;
  readonly line: StaffLine;
  readonly onDone: (result: HandedOver, to: StaffId) => void;
}

function HandOverForm({ page: { openWork }, line, onDone }: FormProps) {
  const { register, nameAndRole } = useSignedIn();
  const shown = useShownName();
  const byKind = Map.groupBy(openWork, ({ kind }) => kind);
  const present = kinds.filter((kind) => byKind.has(kind));
  const recordsOf = (kind: WorkKind): string[] => [...new Set((byKind.get(kind) ?? []).map(({ record }) => record))];
  const form = useForm<Values>({
    ...formRules,
    defaultValues: {
      kind: present[0] ?? '',
      concern: recordsOf('concern'),
      action: recordsOf('action'),
      referral: recordsOf('referral'),
      to: '',
      why: '',
    },
  });
  const saving = useSaving({ form });
  const chosen = useWatch({ control: form.control, name: 'kind' });
  // What was handed over is no longer there to be chosen.
  const kind = present.find((one) => one === chosen) ?? present[0];
  if (kind === undefined) return null;
  const hand = async (): Promise<void> => {
    const { to, why, ...ticked } = form.getValues();
    const there = new Set(recordsOf(kind));
    const records = ticked[kind].filter((record) => there.has(record));
    if (records.length === 0) form.setError(kind, { message: 'Select what to hand over' });
    if (to === '') form.setError('to', { message: 'Select who takes it over' });
    if (why.trim() === '') form.setError('why', { message: 'Enter why it is handed over' });
    if (records.length === 0 || to === '' || why.trim() === '') return;
    const takes = to as StaffId; // `as`, here and below: chosen from lists of them.
    const all = records.length === there.size;
    const asked = { from: line.staff, to: takes, kind, why };
    const done = await saving.save(() =>
      log.register.handOver(all ? asked : { ...asked, records: records as ThreadId[] }),
    );
    if (done !== undefined) onDone(done, takes);
  };
  return (
    <Form of={form} onSave={() => void hand()} problem={saving.problem} label="Hand over open work">
      {present.length > 1 && (
        <Choice
          of={form}
          name="kind"
          label="What do you want to hand over?"
          options={present.map((value) => ({
            value,
            label: `${kindWords[value]} (${byKind.get(value)?.length ?? 0})`,
          }))}
        />
      )}
      <Choices
        key={kind}
        of={form}
        name={kind}
        label={`${kindWords[kind]} to hand over`}
        hint="Untick what goes to somebody else."
        options={boxesOf(byKind.get(kind) ?? [], shown)}
      />
      <Select
        of={form}
        name="to"
        label="Who takes it over?"
        hint="Somebody who reads it. What they cannot read stays where it is, and the log says why."
        blank="Select a colleague"
        options={register.staff
          .filter(({ staff, active }) => active && staff !== line.staff)
          .map(({ staff }) => ({ value: staff, label: nameAndRole(staff) }))}
      />
      <TextArea of={form} name="why" label="Why is it handed over?" rows={2} max={4_000} />
      <SaveButton busy={saving.busy} busyText="Handing over">
        Hand over
      </SaveButton>
    </Form>
  );
}

/** Open work of somebody, and how it goes to colleagues. */
export function HandOver({ page, line }: { readonly page: LeavingPage; readonly line: StaffLine }) {
  const { nameOf } = useSignedIn();
  const [done, setDone] = useState<{ readonly result: HandedOver; readonly to: StaffId } | null>(null);
  return (
    <>
      <p className="small muted">
        Restricted concerns never show here, and are not counted. Before somebody leaves, ask them to name another
        reader in each one that they read.
      </p>
      {done !== null && <Result result={done.result} to={nameOf(done.to)} from={line.name} />}
      {page.openWork.length > 0 && (
        <HandOverForm page={page} line={line} onDone={(result, to) => setDone({ result, to })} />
      )}
    </>
  );
}
