import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { LookedAtBackup, RestoredBackup } from '../../shared/contract/backup.ts';
import { log } from '../api.ts';
import { entryCount, sizeWords } from '../backup/words.ts';
import { LongWork } from '../long-work.tsx';
import { useSaving } from '../saving.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Focused } from '../ui/focused.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { Choices } from '../ui/forms/choices.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Banner, Flag } from '../ui/notices.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { dateAndTime } from '../words/dates.ts';

/** Under whatever stands on the locked page. */
export function RestoreLink({ onRestore }: { readonly onRestore: () => void }) {
  return (
    <p className="unlock__more">
      <LinkButton onClick={onRestore}>Restore from a backup</LinkButton>
    </p>
  );
}

interface Chosen {
  readonly file: string;
  readonly found: LookedAtBackup;
}

interface ChooseProps {
  readonly onChosen: (chosen: Chosen) => void;
  readonly onBack: () => void;
}

function ChooseBackup({ onChosen, onBack }: ChooseProps) {
  const form = useForm(formRules);
  const saving = useSaving();
  const choose = async (): Promise<void> => {
    const file = await window.practiceLog.window.chooseBackup();
    if (file === null) return;
    const found = await saving.save(() => log.backup.look({ file }));
    if (found !== undefined) onChosen({ file, found });
  };
  return (
    <Form of={form} onSave={() => void choose()} problem={saving.problem} label="Restore from a backup">
      <h2>Restore from a backup</h2>
      <p>
        A backup puts the log back to how it was when the backup was made. The log that is here now is not deleted: it
        is kept whole beside the new one.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>Plug in the disk with the backups, or open the folder where they go.</li>
        <li>Choose the newest file. Its name ends in the day and time at which it was made, and .bak.</li>
        <li>
          Afterwards you unlock with the passphrase that you had <strong>when the backup was made</strong>.
        </li>
      </ul>
      <div className="nhsuk-button-group">
        <SaveButton busy={saving.busy} busyText="Reading the backup">
          Choose a backup
        </SaveButton>
        <Button onClick={onBack}>Back</Button>
      </div>
    </Form>
  );
}

const whose: Readonly<Record<LookedAtBackup['of'], string>> = {
  'this-log': 'The log on this computer',
  'another-log': 'A different log than the one on this computer',
  'no-log-here': 'There is no log on this computer yet',
};

interface Values {
  where: 'here' | 'elsewhere';
  meant: string[];
}

/** What somebody has to say that they mean, before anything is done. */
function warningsOf({ of, missing }: LookedAtBackup, where: Values['where']) {
  return [
    ...(of === 'another-log' && where === 'here'
      ? [
          {
            value: 'other',
            label: 'I mean it: another log takes the place of the one on this computer',
            hint: 'The one that is here is kept beside it, but this program then opens the other one.',
          },
        ]
      : []),
    ...(missing > 0
      ? [
          {
            value: 'older',
            label: `I know that ${entryCount(missing)} will be missing`,
            hint: 'This computer has seen entries that are newer than this backup. Look first whether there is a newer backup. If you go on, the log says for ever how many are missing.',
          },
        ]
      : []),
  ];
}

interface ConfirmProps extends Chosen {
  readonly onRestored: (restored: RestoredBackup) => void;
  readonly onBack: () => void;
}

function ConfirmRestore({ file, found, onRestored, onBack }: ConfirmProps) {
  const form = useForm<Values>({ ...formRules, defaultValues: { where: 'here', meant: [] } });
  const saving = useSaving({ form });
  const where = useWatch({ control: form.control, name: 'where' });
  const warnings = warningsOf(found, where);
  const restore = async (): Promise<void> => {
    const { meant } = form.getValues();
    if (warnings.some(({ value }) => !meant.includes(value))) {
      form.setError('meant', { message: 'Tick what you mean, or choose another backup' });
      return;
    }
    const into = where === 'here' ? null : await window.practiceLog.window.chooseFolder();
    if (where === 'elsewhere' && into === null) return;
    const asked = { file, into, other: meant.includes('other'), older: meant.includes('older') };
    const restored = await saving.save(() => log.backup.restore(asked));
    if (restored !== undefined) onRestored(restored);
  };
  const { madeAt, entries, bytes, app, of } = found;
  return (
    <Form of={form} onSave={() => void restore()} problem={saving.problem} label="Restore this backup">
      <h2>Is this the right backup?</h2>
      <p>It was read from its first byte to its last, and it is whole.</p>
      <SummaryList
        rows={[
          { key: 'Made', value: dateAndTime(madeAt) },
          { key: 'Holds', value: `${entryCount(entries)}, ${sizeWords(bytes)}` },
          { key: 'A backup of', value: whose[of] },
          { key: 'Program', value: `Version ${app}` },
        ]}
      />
      {of !== 'no-log-here' && (
        <Choice
          of={form}
          name="where"
          label="Where do you want to put it?"
          options={[
            {
              value: 'here',
              label: 'In the place of the log on this computer',
              hint: 'The log that is here now is kept whole beside it.',
            },
            {
              value: 'elsewhere',
              label: 'In an empty folder that I choose',
              hint: 'To be looked at by a specialist. This program goes on opening the log that is here.',
            },
          ]}
        />
      )}
      {warnings.length > 0 && <Choices of={form} name="meant" label="Before you go on" options={warnings} />}
      <div className="nhsuk-button-group">
        <SaveButton busy={saving.busy} busyText="Restoring">
          Restore this backup
        </SaveButton>
        <Button onClick={onBack}>Choose another backup</Button>
      </div>
      {saving.busy && <LongWork />}
    </Form>
  );
}

interface DoneProps {
  readonly restored: RestoredBackup;
  readonly isElsewhere: boolean;
  readonly onDone: () => void;
}

function Restored({ restored, isElsewhere, onDone }: DoneProps) {
  const { folder, setAside, entries, madeAt, missing } = restored;
  return (
    <>
      <Banner kind="success" heading={`The log of ${dateAndTime(madeAt)} is back`}>
        <p>{entryCount(entries)} were restored and read back.</p>
      </Banner>
      {missing > 0 && (
        <Flag>
          <p>
            {entryCount(missing)} that this computer saw later {missing === 1 ? 'is' : 'are'} not in it. Everybody is
            told so after they unlock, so that they can record again what is missing.
          </p>
        </Flag>
      )}
      {isElsewhere && (
        <p>
          It lies in <span className="mono">{folder}</span>
        </p>
      )}
      {setAside !== null && (
        <p>
          The log that was here before lies whole in <span className="mono">{setAside}</span>. Do not delete it before
          everything is found.
        </p>
      )}
      <Button kind="primary" onClick={onDone}>
        {isElsewhere ? 'Go back' : 'Go on and unlock it'}
      </Button>
    </>
  );
}

interface Props {
  readonly onBack: () => void;
  /** Brings a fresh page, which looks anew at what is here. */
  readonly onDone: () => void;
}

/** From a file to a log that can be unlocked. Nothing changes before the last button. */
export function Restore({ onBack, onDone }: Props) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [restored, setRestored] = useState<RestoredBackup | null>(null);
  if (restored !== null) {
    const isElsewhere = chosen?.found.of !== 'no-log-here' && restored.setAside === null;
    return (
      <Focused key="restored">
        <Restored restored={restored} isElsewhere={isElsewhere} onDone={isElsewhere ? onBack : onDone} />
      </Focused>
    );
  }
  if (chosen === null) {
    return (
      <Focused key="choose">
        <ChooseBackup onChosen={setChosen} onBack={onBack} />
      </Focused>
    );
  }
  return (
    <Focused key="confirm">
      <ConfirmRestore {...chosen} onRestored={setRestored} onBack={() => setChosen(null)} />
    </Focused>
  );
}
