import { type UseFormReturn, useWatch } from 'react-hook-form';
import { Who as WhoFields } from '../people/person-fields.tsx';
import { detailsFrom, noPractice } from '../people/person-values.ts';
import { useSignedIn } from '../signed-in.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Select } from '../ui/forms/select.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { Flag } from '../ui/notices.tsx';
import { PerhapsInLog } from './perhaps-in-log.tsx';
import { addedPerson, noPracticeAtAll, type RaiseValues, type Who } from './raise-form.ts';
import { PhoneInstead } from './who-reads.tsx';

const leads = {
  new: 'Someone who is not in this log yet. They are added when you raise the concern.',
  'not-identified': 'Someone you do not know yet. Say how they could be recognised. Their name can be added later.',
  unborn: 'An unborn baby.',
} as const satisfies Record<Exclude<Who, 'in-log'>, string>;

/** Beside the choice, and not only when everything is typed: nobody leads at a practice that this log does not know. */
function NobodyLeads() {
  const { register, nameOf } = useSignedIn();
  const { fallbackReader } = register.settings;
  return (
    <Flag>
      <p>
        <strong>No safeguarding lead here reads this concern.</strong>{' '}
        {fallbackReader === null ? (
          <>
            Nobody knows of it unless you tell them. <PhoneInstead />
          </>
        ) : (
          <>Only {nameOf(fallbackReader)} does, for people of other practices. Tell them yourself.</>
        )}
      </p>
    </Flag>
  );
}

interface Props {
  readonly of: UseFormReturn<RaiseValues>;
  readonly who: Exclude<Who, 'in-log'>;
  readonly onFind: () => void;
}

/** Somebody who is added to the log with the concern: only what tells them from others. */
export function AddedPerson({ of, who, onFind }: Props) {
  const { practices } = useSignedIn().register;
  const added = useWatch({ control: of.control, name: 'added' });
  const standing = { new: 'registered', 'not-identified': 'not-yet-identified', unborn: 'unborn' } as const;
  return (
    <>
      <p>
        {leads[who]} <LinkButton onClick={onFind}>Find someone in this log instead</LinkButton>
      </p>
      <WhoFields of={of} at="added" standing={standing[who]} />
      {who === 'new' && (
        <TextField
          of={of}
          name="added.nhsNumber"
          label="NHS number (optional)"
          hint="10 digits, if you know it. Spaces do not matter."
          inputMode="numeric"
          width={20}
          spellCheck={false}
        />
      )}
      <PerhapsInLog
        entered={detailsFrom(addedPerson({ who, added }))}
        onUse={({ person }) => {
          of.setValue('person', person, { shouldDirty: true });
          onFind();
        }}
      />
      <Select
        of={of}
        name="added.practice"
        label="Their practice"
        hint="The safeguarding leads of this practice will read the concern."
        blank="Select one"
        options={[
          ...practices.map(({ practice, name }) => ({ value: practice, label: name })),
          { value: noPractice, label: 'Another practice, or I do not know' },
          ...(who === 'new' ? [{ value: noPracticeAtAll, label: 'Not registered with a practice' }] : []),
        ]}
      />
      {added.practice === noPractice && <NobodyLeads />}
    </>
  );
}
