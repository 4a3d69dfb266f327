import { type ReactNode, useEffect, useRef } from 'react';
import { type ArrayPath, type FieldArray, type FieldValues, type UseFormReturn, useFieldArray } from 'react-hook-form';
import { Button, LinkButton } from '../button.tsx';
import { Heading, type HeadingLevel } from '../heading.tsx';
import { lowerFirst } from '../lower-first.ts';
import { VisuallyHidden } from '../visually-hidden.tsx';
import { errorAt, fieldId, HintAndError } from './field.tsx';

interface Props<T extends FieldValues, N extends ArrayPath<T>> {
  readonly of: UseFormReturn<T>;
  readonly name: N;
  readonly heading: string;
  readonly hint?: ReactNode;
  /** The heading of a row, counted from 1: "Action 2". */
  readonly title: (number: number) => string;
  readonly addLabel: string;
  readonly empty: FieldArray<T, N>;
  /** The fields of a row, counted from 0, as in the names of the form. */
  readonly render: (index: number) => ReactNode;
  /** Rows that cannot be removed; 0 when not said. */
  readonly least?: number;
  readonly level?: HeadingLevel;
}

// Focus follows what somebody did: into the new row, or back to the heading when the button under them went away.
function useFocusAfter(count: number) {
  const group = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const after = useRef<'added' | 'removed' | null>(null);
  useEffect(() => {
    if (count >= 0 && after.current === 'added')
      group.current?.querySelector<HTMLElement>('.rows__row:last-of-type :is(input, select, textarea)')?.focus();
    if (after.current === 'removed') heading.current?.focus();
    after.current = null;
  }, [count]);
  return { group, heading, after };
}

/** Rows of the same fields: add, remove. */
export function RepeatableRows<T extends FieldValues, N extends ArrayPath<T>>(props: Props<T, N>) {
  const { of, name, heading, hint, title, addLabel, empty, render, least = 0, level = 2 } = props;
  const { fields, append, remove } = useFieldArray<T, N>({ control: of.control, name });
  const focus = useFocusAfter(fields.length);
  const id = fieldId(name);
  const error = errorAt(of, `${name}.root`) ?? errorAt(of, name);
  return (
    <div ref={focus.group} id={id} className="rows" role="group" aria-labelledby={`${id}-heading`}>
      <Heading level={level} ref={focus.heading} id={`${id}-heading`} tabIndex={-1}>
        {heading}
      </Heading>
      <HintAndError id={id} hint={hint} error={error} />
      {fields.map((row, index) => (
        <div key={row.id} className="rows__row" role="group" aria-labelledby={`${id}-${index}-heading`}>
          <div className="rows__head">
            <Heading level={level < 4 ? ((level + 1) as HeadingLevel) : 4} id={`${id}-${index}-heading`}>
              {title(index + 1)}
            </Heading>
            {fields.length > least ? (
              <LinkButton
                onClick={() => {
                  focus.after.current = 'removed';
                  remove(index);
                }}
              >
                Remove
                <VisuallyHidden> {lowerFirst(title(index + 1))}</VisuallyHidden>
              </LinkButton>
            ) : null}
          </div>
          {render(index)}
        </div>
      ))}
      <Button
        kind="secondary"
        small
        onClick={() => {
          focus.after.current = 'added';
          append(empty, { shouldFocus: false });
        }}
      >
        {addLabel}
      </Button>
    </div>
  );
}
