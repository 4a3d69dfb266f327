import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { Select } from '../ui/forms/select.tsx';
import { type AuditFilters, filtersIn, typedWhen, whatOptions, whenForm } from './filters.ts';
import { WhenField } from './when-field.tsx';

interface Props {
  readonly filters: AuditFilters;
  readonly onApply: (filters: AuditFilters) => void;
}

function formOf(filters: AuditFilters) {
  return { who: filters.who ?? '', what: filters.what ?? '', ...whenForm(filters) };
}

/** Who, what and when. Nothing happens before somebody applies it. */
export function FilterForm({ filters, onApply }: Props) {
  const { register } = useSignedIn();
  const form = useForm({ ...formRules, defaultValues: formOf(filters) });
  const inUse = JSON.stringify(formOf(filters));
  // A filter that is taken off beside the table goes out of its box too.
  useEffect(() => {
    form.reset(JSON.parse(inUse) as ReturnType<typeof formOf>); // `as`: written two lines above.
  }, [form, inUse]);
  const apply = (): void => {
    const { who, what, ...typed } = form.getValues();
    const when = typedWhen(typed);
    if ('filters' in when) return onApply({ ...filtersIn({ who, what }), ...when.filters });
    for (const [name, message] of Object.entries(when.problems)) form.setError(name as 'from' | 'to', { message }); // `as`: the keys of `problems`.
  };
  return (
    <div className="filters">
      <h2>Filter</h2>
      <Form of={form} onSave={apply} label="Filter the audit log">
        <Select
          of={form}
          name="who"
          label="Who"
          blank="Everyone"
          options={register.staff.map(({ staff, name }) => ({ value: staff, label: name }))}
        />
        <Select of={form} name="what" label="What" blank="Everything" options={whatOptions} />
        <WhenField of={form} label="When" />
        <Button type="submit" small>
          Apply filters
        </Button>
      </Form>
    </div>
  );
}
