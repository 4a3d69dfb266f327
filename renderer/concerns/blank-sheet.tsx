import type { ReactNode } from 'react';
import { useSignedIn } from '../signed-in.tsx';

function Lines({ count }: { readonly count: number }) {
  return Array.from({ length: count }, (_, line) => <div key={line} className="blank-form__line" />);
}

function Asked({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <div className="blank-form__asked">
      <p>
        <strong>{title}</strong>
        {hint === undefined ? null : <> {hint}</>}
      </p>
      {children}
    </div>
  );
}

/** Boxes to tick, in one row. */
function Ticks({ words }: { readonly words: readonly string[] }) {
  return (
    <p className="blank-form__ticks">
      {words.map((word) => (
        <span key={word}>
          <span className="blank-form__box" aria-hidden />
          {word}
        </span>
      ))}
    </p>
  );
}

/** Words with a line to write on, side by side. */
function Row({ words }: { readonly words: readonly string[] }) {
  return (
    <div className="blank-form__row">
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </div>
  );
}

/** The first minute of a concern on one side of A4. Holds nothing that anybody wrote. */
export function BlankSheet() {
  const { demo } = useSignedIn().register;
  return (
    <div className="blank-form">
      <h2>A concern, written on paper</h2>
      <p className="blank-form__first">
        <strong>Someone in danger now? Call 999 first.</strong> Then phone the safeguarding lead. This paper tells
        nobody.
      </p>
      <Row words={['Give this to the safeguarding lead:', 'Their phone:']} />
      <p>Give it by hand, the same day. It counts when it is typed into the log.</p>
      <Asked title="Is anyone in immediate danger?">
        <Ticks words={['Yes', 'No', 'I am not sure']} />
      </Asked>
      <Asked title="Who are you concerned about?">
        <Row words={['Name:', 'Date of birth:']} />
        <Row words={['NHS number:', 'Their practice:']} />
        <Ticks words={['A child, under 18', 'An adult', 'I do not know']} />
      </Asked>
      <Asked title="What are you concerned about?">
        <Lines count={1} />
      </Asked>
      <Asked
        title="What did you see or hear?"
        hint="Give the facts in the order they happened: what, when, where and who was there."
      >
        <Lines count={7} />
      </Asked>
      <Asked title="What did the person say, in their own words?" hint="Use quotation marks.">
        <Lines count={3} />
      </Asked>
      <Asked title="What do you think is happening?" hint="This is your opinion.">
        <Lines count={1} />
      </Asked>
      <Asked title="When did it happen?">
        <Row words={['Day:', 'Time:']} />
        <Ticks words={['It is still happening', 'I do not know']} />
      </Asked>
      <Asked title="How do you know about this?">
        <Ticks words={['I saw or heard it', 'The person told me', 'Somebody else told me (write who)']} />
        <Lines count={1} />
      </Asked>
      <Asked title="Who have you told?" hint="Who, how, when, and if you reached them.">
        <Lines count={2} />
      </Asked>
      <Asked title="Written by">
        <Row words={['Name:', 'What you do:']} />
        <Row words={['Day and time:', 'Phone:']} />
      </Asked>
      <Row words={['Typed in by:', 'Day and time:']} />
      <p className="blank-form__foot">
        {demo ? 'Demonstration: everybody here is invented. ' : ''}Not for live use with patients.
      </p>
    </div>
  );
}
