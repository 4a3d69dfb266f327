import { useEffect, useRef } from 'react';
import { type FieldValues, type Path, type UseFormReturn, useWatch } from 'react-hook-form';
import { useNumbers } from '../register/danger-now.tsx';
import { Choice } from '../ui/forms/choice.tsx';
import { Interruption } from '../ui/notices.tsx';
import { type DangerNow, dangerNowWords } from './words.ts';

interface CallNowProps {
  /** What ends it, where it stands over something that is saved already. */
  readonly until?: string;
}

export function CallNow({ until }: CallNowProps) {
  const numbers = useNumbers().filter(({ how }) => how !== '999');
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers return a promise here: in braces, or React would take it for what ends the effect.
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={panel} className="call-now">
      <Interruption level={2} title="Call 999 now">
        <p>
          <strong>
            {until === undefined
              ? 'Do this before you record anything here.'
              : 'Do this before you record anything more.'}
          </strong>
        </p>
        <ul>
          <li>Say that you are calling from a GP practice</li>
          <li>Say the address, and whether a child is there</li>
          <li>Say what is happening, and stay safe yourself</li>
        </ul>
        {numbers.length > 0 && (
          <p>
            Then phone:{' '}
            {numbers.map(({ who, how }, index) => (
              <span key={who}>
                {index > 0 && '; '}
                {who} <strong>{how}</strong>
              </span>
            ))}
          </p>
        )}
        {until === undefined ? null : <p>{until}</p>}
      </Interruption>
    </div>
  );
}

interface Props<T extends FieldValues> {
  readonly of: UseFormReturn<T>;
  readonly name: Path<T>;
}

/** The first question, and what to do at once when somebody is in danger. It never stands in the way of writing. */
export function DangerFirst<T extends FieldValues>({ of, name }: Props<T>) {
  const answer: unknown = useWatch({ control: of.control, name });
  const options = Object.entries(dangerNowWords).map(([value, label]) => ({
    value,
    label,
    ...(value === ('not-sure' satisfies DangerNow) && {
      reveal: <p>If you think that somebody may be, call 999. If not, phone a safeguarding lead now.</p>,
    }),
  }));
  return (
    <>
      <div role="alert">{answer === ('yes' satisfies DangerNow) && <CallNow />}</div>
      <div className="form-section">
        <Choice
          of={of}
          name={name}
          size="m"
          label="Is anyone in immediate danger?"
          hint="For example, someone is being hurt now, or may seriously hurt themselves today."
          options={options}
        />
      </div>
    </>
  );
}
