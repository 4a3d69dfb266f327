import { useForm, useWatch } from 'react-hook-form';
import type { BeforeContact } from '../../shared/contract/concern-around.ts';
import type { EventId, PersonId } from '../../shared/domain/ids.ts';
import { refusalOfCopy } from '../../shared/policy/concern-around.ts';
import { placedName } from '../concerns/around/words.ts';
import { Look, useLook } from '../look.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { Select } from '../ui/forms/select.tsx';
import { SafeContact } from './before-contact.tsx';

/** Whom a print about a person is for. */
export type Reader = 'practice' | 'agency' | 'person' | 'named';

export interface PrintFor {
  readonly reader: Reader;
  /** The entry of a concern that names them. */
  readonly named?: EventId;
}

/** As the first lines of the print say it. */
export const readerWords = {
  practice: 'For the practice.',
  agency: 'For another agency.',
  person: 'Copy for the person. What is recorded about other people is left out.',
  named: 'Copy for somebody named in a concern. What is recorded about other people is left out.',
} as const satisfies Record<Reader, string>;

export type Copied = Extract<Reader, 'person' | 'named'>;

/** Whether what is recorded about other people is left out for them. */
export function isCopy(reader: Reader): reader is Copied {
  return reader === 'person' || reader === 'named';
}

interface Values {
  reader: '' | Reader;
  named: string;
}

const notHere = 'This page says what is not theirs to read. Print the overview of a concern for them instead.';

function problemsOf({ reader, named }: Values, { people }: BeforeContact, copies: readonly Copied[]) {
  if (reader === '') return { reader: 'Select who this print is for' };
  if (reader === 'named' && named === '') return { named: 'Select who it is for' };
  const refusal = reader === 'named' ? refusalOfCopy(people, named as EventId) : null; // `as`: the options are ids.
  if (refusal !== null) return { named: refusal };
  return isCopy(reader) && !copies.includes(reader) ? { reader: notHere } : null;
}

interface FormProps extends Pick<Props, 'copies' | 'onClose' | 'onPrint'> {
  readonly before: BeforeContact;
}

function ReaderForm({ before, copies, onClose, onPrint }: FormProps) {
  const form = useForm<Values>({ ...formRules, defaultValues: { reader: '', named: '' } });
  const reader = useWatch({ control: form.control, name: 'reader' });
  const print = (): void => {
    const values = form.getValues();
    const problems = problemsOf(values, before, copies);
    if (problems?.reader !== undefined) return form.setError('reader', { message: problems.reader });
    if (problems?.named !== undefined) return form.setError('named', { message: problems.named });
    const named = values.reader === 'named' ? { named: values.named as EventId } : {}; // `as`: the options are ids.
    onPrint({ reader: values.reader as Reader, ...named }); // `as`: one is chosen.
  };
  const whoNamed = (
    <Select
      of={form}
      name="named"
      label="Who is it for?"
      blank="Select"
      options={before.people.map((placed) => ({
        value: placed.event,
        label: `${placedName(placed)}, concern ${placed.reference}`,
      }))}
    />
  );
  return (
    <Form of={form} onSave={print} label="Who is this print for?">
      <Choice
        of={form}
        name="reader"
        label="Who is this print for?"
        options={[
          { value: 'practice', label: 'The practice' },
          { value: 'agency', label: 'Another agency, such as the council' },
          { value: 'person', label: 'The person it is about' },
          ...(before.people.length === 0
            ? []
            : [{ value: 'named', label: 'Somebody else who is named in a concern', reveal: whoNamed }]),
        ]}
      />
      {reader !== '' && isCopy(reader) ? (
        <p>
          What is recorded about other people is left out. Words that somebody typed may still name them. Read all of it
          before you hand it over, and ask the safeguarding lead first.
        </p>
      ) : null}
      <div className="nhsuk-button-group">
        <SaveButton>Print</SaveButton>
        <LinkButton onClick={onClose}>Cancel</LinkButton>
      </div>
    </Form>
  );
}

interface Props {
  /** Whom the page is about. */
  readonly person: PersonId;
  /** For whom beside those who act the page can leave out what is not theirs. */
  readonly copies: readonly Copied[];
  readonly onClose: () => void;
  readonly onPrint: (whom: PrintFor) => void;
}

/** Before a print about a person: how to contact them safely, and who will read it. */
export function PrintForDialog({ person, ...rest }: Props) {
  const at = useLook('concerns', 'beforeContact', { person });
  return (
    <Dialog title="Before you print" onClose={rest.onClose}>
      <Look at={at} what="how to contact them safely">
        {(before) => (
          <>
            <SafeContact before={before} level={3} />
            <ReaderForm before={before} {...rest} />
          </>
        )}
      </Look>
    </Dialog>
  );
}
