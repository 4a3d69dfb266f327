import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { PersonId, StaffId } from '../../../shared/domain/ids.ts';
import { roleWords } from '../../../shared/domain/roles.ts';
import { Look, useLook } from '../../look.tsx';
import { useSignedIn } from '../../signed-in.tsx';
import { Choice } from '../../ui/forms/choice.tsx';
import { Choices } from '../../ui/forms/choices.tsx';
import type { RaiseValues } from '../raise-form.ts';
import { optionsOf } from '../words.ts';
import { OnlyYou } from './phone-outside.tsx';
import { halfWords } from './restricted-form.ts';

interface Props {
  readonly of: UseFormReturn<RaiseValues>;
}

function Readers({ of }: Props) {
  const [keptFrom, person] = useWatch({ control: of.control, name: ['restricted.keptFrom', 'person'] });
  const could = useLook('restricted', 'couldRead', {
    keptFrom: keptFrom as StaffId[], // `as`: the options are ids of staff.
    ...(person !== '' && { person: person as PersonId }), // `as`: the log refuses anything else.
  });
  const readers = useWatch({ control: of.control, name: 'restricted.readers' });
  return (
    <Look at={could} what="who could read this">
      {(found) => {
        const reading = readers.filter((staff) => found.some((one) => one.staff === staff));
        return (
          <>
            {reading.length === 0 && <OnlyYou />}
            {found.length > 0 && (
              <Choices
                of={of}
                name="restricted.readers"
                size="m"
                label="Who will read it with you?"
                hint="Nobody reads it because of their role. Only you and the people you tick can read it."
                options={found.map(({ staff, name, proposedAs }) => ({
                  value: staff,
                  label: name,
                  ...(proposedAs !== null && { hint: roleWords[proposedAs] }),
                }))}
              />
            )}
          </>
        );
      }}
    </Look>
  );
}

/** Asked before anything is typed: who must not see it, and who will. */
export function RestrictedQuestions({ of }: Props) {
  const { register, nameAndRole } = useSignedIn();
  const keptFrom = useWatch({ control: of.control, name: 'restricted.keptFrom' });
  const colleagues = register.staff.filter(({ staff, active }) => active && staff !== register.me);
  return (
    <div className="form-section">
      <Choices
        of={of}
        name="restricted.keptFrom"
        size="m"
        label="Who must not see this?"
        hint="Tick everybody it is about, and their friends and family here. Tick nobody if it is about a volunteer who does not use this log."
        options={colleagues.map(({ staff }) => ({ value: staff, label: nameAndRole(staff) }))}
      />
      {keptFrom.length > 0 && (
        <Choice
          of={of}
          name="restricted.holdsHalf"
          size="m"
          label="Does one of them hold half of the recovery key?"
          hint="Most often a practice manager and a safeguarding lead hold the two halves. If one may, the recovery key will not open this concern, and two colleagues must read it."
          options={optionsOf(halfWords)}
        />
      )}
      <Readers of={of} />
    </div>
  );
}
