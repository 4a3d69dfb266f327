import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import type { StaffId } from '../../../shared/domain/ids.ts';
import { log } from '../../api.ts';
import { Look, useLook } from '../../look.tsx';
import { useSaving } from '../../saving.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formRules } from '../../ui/forms/field.tsx';
import { Form } from '../../ui/forms/form.tsx';
import { SaveButton } from '../../ui/forms/save-button.tsx';
import { Select } from '../../ui/forms/select.tsx';
import { TextArea } from '../../ui/forms/text-area.tsx';

type Way = 'add' | 'remove';

const ways = {
  add: {
    title: 'Name another reader',
    says: 'They can read all of this concern from then on. The log tells them nothing: you do.',
    who: 'Who needs to read it?',
    missing: 'Select who needs to read this',
    why: 'Why do they need to read this?',
    whyMissing: 'Enter why they need to read this',
    save: 'Name this reader',
  },
  remove: {
    title: 'Take a reader out',
    says: 'They cannot open this concern any more. They may remember or have printed what they read.',
    who: 'Who should no longer read it?',
    missing: 'Select who should no longer read this',
    why: 'Why should they no longer read this?',
    whyMissing: 'Enter why they should no longer read this',
    save: 'Take this reader out',
  },
} as const satisfies Record<Way, unknown>;

interface Props {
  readonly page: ConcernPage;
  readonly way: Way;
  readonly onClose: () => void;
}

function ReaderDialog({ page: { concern, state }, way, onClose }: Props) {
  const { register, nameAndRole } = useSignedIn();
  const words = ways[way];
  const form = useForm({ ...formRules, defaultValues: { reader: '', why: '' } });
  const saving = useSaving({ form });
  const could = useLook('restricted', 'couldReadToo', { concern });
  const named = (state.restricted?.named ?? []).filter((staff) => staff !== register.me);
  const save = async (): Promise<void> => {
    const { reader, why } = form.getValues();
    if (reader === '') form.setError('reader', { message: words.missing });
    if (why.trim() === '') form.setError('why', { message: words.whyMissing });
    if (reader === '' || why.trim() === '') return;
    const said = { concern, reader: reader as StaffId, why }; // `as`: the options are ids of staff.
    const done = await saving.save(() =>
      way === 'add' ? log.restricted.addReader(said) : log.restricted.removeReader(said),
    );
    if (done !== undefined) onClose();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.says}</p>
      <Look at={could} what="who could read this">
        {(found) => (
          <Form of={form} onSave={() => void save()} problem={saving.problem} label={words.title}>
            <Select
              of={form}
              name="reader"
              label={words.who}
              blank="Select a colleague"
              options={(way === 'add' ? found.map(({ staff }) => staff) : named).map((staff) => ({
                value: staff,
                label: nameAndRole(staff),
              }))}
            />
            <TextArea of={form} name="why" label={words.why} rows={3} max={4_000} />
            <div className="nhsuk-button-group">
              <SaveButton busy={saving.busy}>{words.save}</SaveButton>
              <LinkButton onClick={onClose}>Cancel</LinkButton>
            </div>
          </Form>
        )}
      </Look>
    </Dialog>
  );
}

/** In the next steps of a restricted concern: who reads it is changed by name, with a reason. */
export function ReaderSteps({ page }: { readonly page: ConcernPage }) {
  const { register } = useSignedIn();
  const [way, setWay] = useState<Way | null>(null);
  if (page.state.raisedBy !== register.me && !page.mayDecide) return null;
  return (
    <>
      <li>
        <LinkButton onClick={() => setWay('add')}>{ways.add.title}</LinkButton>
      </li>
      <li>
        <LinkButton onClick={() => setWay('remove')}>{ways.remove.title}</LinkButton>
      </li>
      {way === null ? null : <ReaderDialog page={page} way={way} onClose={() => setWay(null)} />}
    </>
  );
}
