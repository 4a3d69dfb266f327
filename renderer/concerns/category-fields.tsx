import { type UseFormReturn, useWatch } from 'react-hook-form';
import { dutiesCheckedOn, dutiesFor } from '../../shared/domain/duties.ts';
import { needsTakeover } from '../../shared/domain/takeover.ts';
import { Choice } from '../ui/forms/choice.tsx';
import { Choices } from '../ui/forms/choices.tsx';
import { errorAt, FieldsetGroup } from '../ui/forms/field.tsx';
import type { HeadingLevel } from '../ui/heading.tsx';
import { UrgentPanel } from '../ui/notices.tsx';
import { longDate } from '../words/dates.ts';
import type { RaiseValues } from './raise-form.ts';
import { ToldFields } from './telling-fields.tsx';
import { categories } from './words.ts';

interface DutyProps {
  readonly chosen: readonly string[];
  readonly age: number | undefined;
  readonly level: HeadingLevel;
}

/** What some kinds of concern need at once. */
export function DutyWords({ chosen, age, level }: DutyProps) {
  return dutiesFor(chosen, age).map(({ category, title, words }) => (
    <UrgentPanel key={category} level={level} title={title}>
      <p>{words}</p>
      <p className="small muted">Words checked on {longDate(dutiesCheckedOn)}</p>
    </UrgentPanel>
  ));
}

function Takeover({ of }: { readonly of: UseFormReturn<RaiseValues> }) {
  return (
    <Choice
      of={of}
      name="takeover.state"
      label="Who has taken over, and when?"
      hint="Whoever takes over owns the next step from then on."
      options={[
        {
          value: 'somebody',
          label: 'Somebody has taken over',
          reveal: <ToldFields of={of} at="takeover.told" whoLabel="Who has taken over?" />,
        },
        { value: 'nobody-yet', label: 'Nobody yet. I am phoning now' },
      ]}
    />
  );
}

const groups = [
  { group: 'adult', label: 'About an adult' },
  { group: 'child', label: 'About a child' },
  { group: 'further', label: 'Further' },
] as const;

interface Props {
  readonly of: UseFormReturn<RaiseValues>;
  /** Of whom it is about, where that is known. */
  readonly age: number | undefined;
}

/** What it is about: any of several, and what must be said about some of them. */
export function CategoryFields({ of, age }: Props) {
  const chosen = useWatch({ control: of.control, name: 'categories' });
  const error = errorAt(of, 'categories');
  return (
    <div className="form-section">
      <FieldsetGroup
        id="field-categories"
        label="What are you concerned about?"
        size="m"
        labelHidden={false}
        hint="Select all that apply."
        error={error}
        describedBy={error === undefined ? 'field-categories-hint' : 'field-categories-hint field-categories-error'}
      >
        {groups.map(({ group, label }) => (
          <div key={group}>
            <Choices
              of={of}
              name={`categories.${group}`}
              label={label}
              columns={2}
              options={categories
                .filter((category) => category.group === group)
                .map(({ id, words }) => ({
                  value: id,
                  label: words.replace(/^Child: (.)/, (_, first) => String(first).toUpperCase()),
                }))}
            />
            <div role="status">
              <DutyWords chosen={chosen[group]} age={age} level={3} />
            </div>
          </div>
        ))}
        {needsTakeover(chosen.further) && <Takeover of={of} />}
      </FieldsetGroup>
    </div>
  );
}
