import { type UseFormReturn, useController, useWatch } from 'react-hook-form';
import { optionsOf } from '../concerns/words.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { Choices } from '../ui/forms/choices.tsx';
import { DateField } from '../ui/forms/date-field.tsx';
import { blankDate } from '../ui/forms/dates.ts';
import { QuickDate } from '../ui/forms/quick-date.tsx';
import { RepeatableRows } from '../ui/forms/repeatable-rows.tsx';
import { Select } from '../ui/forms/select.tsx';
import { TextArea } from '../ui/forms/text-area.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { longDate, weekday } from '../words/dates.ts';
import { FormSection } from './form-section.tsx';
import { daysLater, nextInDays, type Promised, type SessionForm } from './session-form.ts';
import { kindWords, modeWords, outcomeWords } from './words.ts';

export interface SectionProps {
  readonly of: UseFormReturn<SessionForm>;
}

/** Those whom I supervise first, then other link workers, then everybody else. */
function useColleagues() {
  const { register } = useSignedIn();
  const { me, staff } = register;
  const rank = ({ supervisors, roles }: (typeof staff)[number]): number =>
    supervisors.includes(me) ? 0 : Number(!roles.some(({ role, stands }) => role === 'link-worker' && stands)) + 1;
  return staff
    .filter((line) => line.active && line.staff !== me)
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))
    .map((line) => ({ value: line.staff, label: line.name }));
}

export function DetailsSection({ of }: SectionProps) {
  return (
    <FormSection id="details" title="Session details">
      <Choices
        of={of}
        name="supervisees"
        label="Who was supervised?"
        hint="Choose everybody, if it was a group. Everybody who was there can read this and signs it."
        options={useColleagues()}
        columns={2}
      />
      <div className="grid-2">
        <DateField of={of} name="heldOn" label="Date" />
        <div>
          <Select
            of={of}
            name="kind"
            label="What kind of session was it?"
            blank="Select"
            options={optionsOf(kindWords)}
          />
          <TextField of={of} name="minutes" label="Length in minutes" inputMode="numeric" width={4} />
        </div>
      </div>
      <Choice of={of} name="mode" label="How did you meet?" options={optionsOf(modeWords)} inline />
    </FormSection>
  );
}

interface PromisedProps extends SectionProps {
  readonly promised: Promised;
}

function PromisedAction({ of, promised }: PromisedProps) {
  const { nameOf } = useSignedIn();
  const { key, what, owner, dueOn } = promised;
  // A blank form cannot name it, and a draft holds no answer that is undefined.
  const { field } = useController({ control: of.control, name: `since.${key}.outcome`, defaultValue: '' });
  return (
    <>
      <Choice
        of={of}
        name={`since.${key}.outcome`}
        label={what}
        hint={`${nameOf(owner)}${dueOn === null ? '' : `, by ${longDate(dueOn)}`}`}
        options={optionsOf(outcomeWords)}
        inline
      />
      {field.value === 'carried' && (
        <DateField
          of={of}
          name={`since.${key}.dueOn`}
          label={`By when does ${nameOf(owner)} do it now?`}
          hint="Leave this blank if no day was agreed"
        />
      )}
    </>
  );
}

interface SinceProps extends SectionProps {
  readonly promised: readonly Promised[];
  readonly heldOn: string;
}

/** What was promised last time, each with what came of it. */
export function SinceSection({ of, promised, heldOn }: SinceProps) {
  return (
    <FormSection id="since" title="Since last time">
      <p>
        {promised.length === 1 ? '1 action was' : `${promised.length} actions were`} agreed on {longDate(heldOn)}. One
        that carries on becomes an action of this session.
      </p>
      {promised.map((one) => (
        <PromisedAction key={one.key} of={of} promised={one} />
      ))}
    </FormSection>
  );
}

export function DiscussedSection({ of }: SectionProps) {
  return (
    <FormSection id="discussed" title="What was discussed">
      <TextArea
        of={of}
        name="discussed"
        label="What did you talk about?"
        hint="Everybody who was there can read this. Leave out names of people and anything about health that somebody did not agree to."
        rows={8}
        max={20_000}
      />
    </FormSection>
  );
}

interface ActionsProps extends SectionProps {
  readonly attendees: readonly { readonly value: string; readonly label: string }[];
}

export function ActionsSection({ of, attendees }: ActionsProps) {
  return (
    <FormSection id="actions" title="Actions agreed">
      <RepeatableRows
        of={of}
        name="actions"
        heading="New actions"
        level={3}
        hint="Leave this out if nothing new was agreed."
        title={(number) => `Action ${number}`}
        addLabel="Add an action"
        empty={{ what: '', owner: '', dueOn: { ...blankDate } }}
        render={(index) => (
          <>
            <TextField of={of} name={`actions.${index}.what`} label="What needs to happen?" />
            <div className="grid-2">
              <Select
                of={of}
                name={`actions.${index}.owner`}
                label="Who will do it?"
                blank="Select"
                options={attendees}
              />
              <DateField of={of} name={`actions.${index}.dueOn`} label="By when? (optional)" />
            </div>
          </>
        )}
      />
    </FormSection>
  );
}

export function NextSection({ of }: SectionProps) {
  const heldOn = useWatch({ control: of.control, name: 'heldOn' });
  const near = (days: number): string => weekday(daysLater(heldOn, days));
  return (
    <FormSection id="next" title="Next session">
      <QuickDate
        of={of}
        name="next"
        label="When do you meet next?"
        options={[
          { value: 'four-weeks', label: `In 4 weeks: ${near(nextInDays['four-weeks'])}` },
          { value: 'two-weeks', label: `In 2 weeks: ${near(nextInDays['two-weeks'])}` },
          { value: 'not-agreed', label: 'Not agreed yet' },
        ]}
        dateLabel="Date of the next session"
      />
    </FormSection>
  );
}
