import { useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { type CategoryGroup, categoryGroups } from '../../shared/domain/concern-categories.ts';
import { dutiesCheckedOn, dutiesFor } from '../../shared/domain/duties.ts';
import { needsTakeover } from '../../shared/domain/takeover.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Details } from '../ui/details.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { Choices } from '../ui/forms/choices.tsx';
import { errorAt, FieldsetGroup } from '../ui/forms/field.tsx';
import type { HeadingLevel } from '../ui/heading.tsx';
import { lowerFirst } from '../ui/lower-first.ts';
import { UrgentPanel } from '../ui/notices.tsx';
import { longDate } from '../words/dates.ts';
import { groupWords } from './categories.ts';
import type { RaiseValues } from './raise-form.ts';
import { ToldFields } from './telling-fields.tsx';

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

interface GroupProps {
  readonly of: UseFormReturn<RaiseValues>;
  readonly group: CategoryGroup;
  readonly chosen: readonly string[];
  readonly age: number | undefined;
}

/** The kinds of one group. One that was chosen before it was taken out of use stays, so that it can be taken away. */
function Group({ of, group, chosen, age }: GroupProps) {
  const { concernCategories } = useSignedIn().register.settings;
  // A box that is taken away again stays where it was: focus would go with it.
  const [atFirst] = useState(chosen);
  const shown = concernCategories.filter((one) => one.group === group && (one.active || atFirst.includes(one.id)));
  if (shown.length === 0) return null;
  const boxes = (
    <Choices
      of={of}
      name={`categories.${group}`}
      label={groupWords[group]}
      columns={2}
      options={shown.map(({ id, name, active }) => ({
        value: id,
        label: active ? name : `${name} (no longer in use)`,
      }))}
    />
  );
  return (
    <div>
      {group === 'theme' ? (
        <Details summary={moreTypes(shown.map(({ name }) => name))} open={atFirst.length > 0}>
          {boxes}
        </Details>
      ) : (
        boxes
      )}
      <div role="status">
        <DutyWords chosen={chosen} age={age} level={3} />
      </div>
    </div>
  );
}

/** Those of a child first where it is about one; those of an adult stay, since who harms a child may be harmed too. */
function groupsFor(isChild: boolean): readonly CategoryGroup[] {
  return isChild ? ['child', ...categoryGroups.filter((group) => group !== 'child')] : categoryGroups;
}

/** Says what is folded away, so that nobody overlooks it. */
function moreTypes(names: readonly string[]): string {
  return `${groupWords.theme}: ${names.map(lowerFirst).join(', ')}`;
}

interface Props {
  readonly of: UseFormReturn<RaiseValues>;
  /** Of whom it is about, where that is known. */
  readonly age: number | undefined;
}

/** What it is about: any of several, and what must be said about some of them. */
export function CategoryFields({ of, age }: Props) {
  const [chosen, childOrAdult, who] = useWatch({ control: of.control, name: ['categories', 'childOrAdult', 'who'] });
  const isChild = age === undefined ? who === 'unborn' || childOrAdult === 'child' : age < 18;
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
        {groupsFor(isChild).map((group) => (
          <Group key={group} of={of} group={group} chosen={chosen[group]} age={age} />
        ))}
        {needsTakeover(chosen.other) && <Takeover of={of} />}
      </FieldsetGroup>
    </div>
  );
}
