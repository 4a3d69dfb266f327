import { type FieldValues, type Path, type UseFormReturn, useWatch } from 'react-hook-form';
import { useSignedIn } from '../signed-in.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { DateField } from '../ui/forms/date-field.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { noPractice, type PersonValues, type Standing, standingOf } from './person-values.ts';
import { standingWords } from './words.ts';

interface Props<T extends FieldValues> {
  readonly of: UseFormReturn<T>;
  /** Where in the form the `PersonValues` stand. */
  readonly at: Path<T>;
}

/** Paths of the boxes below `at`. */
function nameIn<T extends FieldValues>(at: Path<T>): (field: keyof PersonValues) => Path<T> {
  return (field) => `${at}.${field}` as Path<T>; // `as`: the parent keeps `PersonValues` there.
}

function standingOptions(knowsNumber: boolean) {
  const hints: Partial<Record<Standing, string>> = {
    'not-yet-identified': 'For example, somebody you have only seen or heard about.',
  };
  return Object.entries(standingWords)
    .filter(([value]) => !knowsNumber || value === 'registered' || value === 'unregistered')
    .map(([value, label]) => ({ value, label, hint: hints[value as Standing] })); // `as`: the keys of the map.
}

function Names<T extends FieldValues>({ of, at }: Props<T>) {
  const name = nameIn(at);
  return (
    <>
      <div className="grid-2">
        <TextField of={of} name={name('givenName')} label="First name" spellCheck={false} />
        <TextField of={of} name={name('familyName')} label="Last name" spellCheck={false} />
      </div>
      <TextField
        of={of}
        name={name('knownAs')}
        label="Known as (optional)"
        hint="What they like to be called, if it is not their first name."
        spellCheck={false}
      />
      <DateField
        of={of}
        name={name('dateOfBirth')}
        label="Date of birth (optional)"
        hint="For example, 15 3 1984. Leave it empty if you do not know it."
      />
    </>
  );
}

/** Who somebody is, as far as they are known. */
export function Who<T extends FieldValues>({ of, at, standing }: Props<T> & { readonly standing: Standing | '' }) {
  const name = nameIn(at);
  if (standing === '') return null;
  if (standing === 'unborn') {
    return (
      <>
        <TextField
          of={of}
          name={name('description')}
          label="Whose baby will this be?"
          hint="The mother’s name, and whatever tells her from others of that name."
        />
        <DateField
          of={of}
          name={name('expectedOn')}
          label="When is the baby due? (optional)"
          hint="For example, 15 3 2027"
        />
      </>
    );
  }
  return (
    <>
      {standing === 'not-yet-identified' && (
        <TextArea
          of={of}
          name={name('description')}
          label="What is known of this person?"
          hint="For example, what they look like, about how old they are, and where they were."
          rows={3}
          max={4_000}
        />
      )}
      <Names of={of} at={at} />
    </>
  );
}

function PracticeField<T extends FieldValues>({ of, at }: Props<T>) {
  const { practices } = useSignedIn().register;
  return (
    <Choice
      of={of}
      name={nameIn(at)('practice')}
      label="Practice"
      hint="The safeguarding leads of this practice can read who this person is."
      options={[
        ...practices.map(({ practice, name }) => ({ value: practice, label: name })),
        { value: noPractice, label: 'None of these, or I do not know' },
      ]}
    />
  );
}

/** How to reach somebody, what they need to understand and be understood, and from whom to keep it. */
export function SafeContactFields<T extends FieldValues>({ of, at }: Props<T>) {
  const name = nameIn(at);
  return (
    <>
      <TextArea of={of} name={name('address')} label="Address (optional)" rows={2} max={500} />
      <TextField of={of} name={name('phone')} label="Phone (optional)" inputMode="tel" width={20} />
      <TextArea
        of={of}
        name={name('communication')}
        label="Communication needs (optional)"
        hint="For example: a Somali interpreter, large print, or easy read."
        rows={2}
        max={500}
      />
      <TextArea
        of={of}
        name={name('safeContact')}
        label="How and when is it safe to contact them? (optional)"
        hint="The first line shows at the top of every page about them. For example: do not leave voicemail."
        rows={3}
        max={500}
      />
      <TextArea of={of} name={name('notToBeTold')} label="Who must not be told? (optional)" rows={2} max={500} />
    </>
  );
}

/** Everything that the log asks about a person. */
export function PersonFields<T extends FieldValues>({ of, at }: Props<T>) {
  const name = nameIn(at);
  const watched: unknown = useWatch({ control: of.control, name: [name('knowsNumber'), name('standing')] });
  const [knowsNumber, standing] = watched as [PersonValues['knowsNumber'], PersonValues['standing']]; // `as`: the parent keeps `PersonValues` there.
  return (
    <>
      <Choice
        of={of}
        name={name('knowsNumber')}
        label="Do you know their NHS number?"
        options={[
          {
            value: 'yes',
            label: 'Yes',
            reveal: (
              <TextField
                of={of}
                name={name('nhsNumber')}
                label="NHS number"
                hint="10 digits. Spaces do not matter."
                inputMode="numeric"
                width={20}
                spellCheck={false}
              />
            ),
          },
          { value: 'no', label: 'No' },
        ]}
      />
      <Choice
        of={of}
        name={name('standing')}
        label="How well is this person known?"
        options={standingOptions(knowsNumber === 'yes')}
      />
      <Who of={of} at={at} standing={standingOf({ knowsNumber, standing })} />
      <PracticeField of={of} at={at} />
      <SafeContactFields of={of} at={at} />
    </>
  );
}
