import { useCallback, useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { WindowNews } from '../../shared/contract/window.ts';
import { useNews } from '../frame/use-news.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { formRules } from '../ui/forms/field.tsx';
import { Form } from '../ui/forms/form.tsx';
import { PassphraseField } from '../ui/forms/passphrase-field.tsx';
import { SaveButton } from '../ui/forms/save-button.tsx';
import { TextField } from '../ui/forms/text-field.tsx';
import { Problem } from '../ui/problem.tsx';
import { PrintHalf } from './print-half.tsx';
import { RecoveryCode } from './recovery-code.tsx';
import { type HalfIndex, halfOwners, whatBothRead, whatOneReads } from './recovery-words.ts';
import { differenceFrom } from './typed-half.ts';

interface Props {
  readonly halves: readonly [string, string];
  readonly logName: string | null;
  /** Whether it is the passphrase that was chosen on the page before. Absent in an unlocked log, which locks instead. */
  readonly isTheirs?: (passphrase: string) => boolean;
  readonly busy: boolean;
  /** Why it did not go on. The halves stay. */
  readonly problem: string | null;
  readonly busyText: string;
  /** What leaving a half out comes to, where Today does not say it. */
  readonly later?: string;
  /** `typedBack`: whether both halves were typed from paper. */
  readonly onDone: (typedBack: boolean) => void;
}

interface HalfProps {
  readonly half: HalfIndex;
  readonly code: string;
}

const names = ['first', 'second'] as const;

// The page does not change its address from half to half, so the focus would stay on a button that is gone.
function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return heading;
}

interface ShowProps extends HalfProps {
  readonly logName: string | null;
  readonly problem: string | null;
  readonly onNext: () => void;
}

function ShowHalf({ half, code, logName, problem, onNext }: ShowProps) {
  const heading = useHeadingFocus();
  return (
    <section aria-label={`Recovery key: ${names[half]} half`}>
      {problem !== null && <Problem sentence={problem} />}
      <p className="page-caption">Recovery key: half {half + 1} of 2</p>
      <h2 ref={heading} tabIndex={-1}>
        Write down the {names[half]} half
      </h2>
      {half === 0 ? (
        <>
          <p>
            The recovery key is for the day on which nobody can let somebody in again. {whatBothRead} So it comes in two
            halves, for two people. {whatOneReads}
          </p>
          <p>
            <strong>This half is for {halfOwners[0]}.</strong> It is shown once, now.
          </p>
        </>
      ) : (
        <p>
          <strong>This half is for {halfOwners[1]}.</strong> If they are here, let them sit down and write it
          themselves. If not, seal it in an envelope for them. It is shown once, now.
        </p>
      )}
      <RecoveryCode code={code} />
      <div className="nhsuk-button-group">
        <Button kind="primary" onClick={onNext}>
          I have it on paper
        </Button>
        <PrintHalf half={half} code={code} logName={logName} />
      </div>
    </section>
  );
}

interface TypeProps extends HalfProps {
  readonly busy: boolean;
  readonly busyText: string;
  readonly problem: string | null;
  readonly onRight: () => void;
  readonly onShow: () => void;
  readonly onLater: () => void;
  readonly later: string;
}

const laterOnToday = 'Later: Today says in red that nobody has typed both halves yet, until a colleague does.';

function TypeBack({ half, code, busy, busyText, problem, onRight, onShow, onLater, later }: TypeProps) {
  const heading = useHeadingFocus();
  const form = useForm({ ...formRules, defaultValues: { half: '' } });
  const check = (): void => {
    const difference = differenceFrom(code, form.getValues('half'));
    if (difference === null) onRight();
    else form.setError('half', { message: difference });
  };
  return (
    <Form of={form} onSave={check} problem={problem} label={`The ${names[half]} half, from paper`}>
      <p className="page-caption">Recovery key: half {half + 1} of 2</p>
      <h2 ref={heading} tabIndex={-1}>
        Type the {names[half]} half from your paper
      </h2>
      <p>So that you know today, and not on the day that it is needed, that it can be read.</p>
      <TextField
        of={form}
        name="half"
        label={`The ${names[half]} half`}
        hint="Capitals, spaces and dashes do not matter."
        spellCheck={false}
      />
      <div className="nhsuk-button-group">
        <SaveButton busy={busy} busyText={busyText}>
          Check this half
        </SaveButton>
        {!busy && <Button onClick={onShow}>Show it again</Button>}
        {!busy && <LinkButton onClick={onLater}>Later</LinkButton>}
      </div>
      {!busy && <p className="small muted">{later}</p>}
    </Form>
  );
}

/** In place of a half, once nobody has been there for a while: only who chose the passphrase sees it again. */
function Covered({ isTheirs, onShow }: Required<Pick<Props, 'isTheirs'>> & { readonly onShow: () => void }) {
  const form = useForm({ ...formRules, defaultValues: { passphrase: '' } });
  const show = (): void => {
    if (isTheirs(form.getValues('passphrase'))) onShow();
    else form.setError('passphrase', { message: 'This is not the passphrase that you have just chosen' });
  };
  return (
    <Form of={form} onSave={show} label="Recovery key, covered">
      <h2>The recovery key is covered</h2>
      <p>Nobody was at this computer, so it was taken off the screen. It has not been lost.</p>
      <PassphraseField
        of={form}
        name="passphrase"
        label="Your new passphrase"
        hint="The one that you chose on the page before."
        autoComplete="current-password"
      />
      <SaveButton busy={false} busyText="">
        Show the recovery key again
      </SaveButton>
    </Form>
  );
}

/** A recovery key that was just made: each half shown once and typed back from paper, kept nowhere. */
export function NewRecoveryKey({ halves, logName, isTheirs, busy, problem, busyText, later, onDone }: Props) {
  const [half, setHalf] = useState<HalfIndex>(0);
  const [typing, setTyping] = useState(false);
  const [skipped, setSkipped] = useState(false);
  const [covered, setCovered] = useState(false);
  const news = useCallback((told: WindowNews) => told.news === 'cover' && setCovered(true), []);
  useNews(news);
  const goOn = (leavesOut: boolean): void => {
    if (half === 1) return onDone(!leavesOut);
    setSkipped(leavesOut);
    setHalf(1);
    setTyping(false);
  };
  if (covered && isTheirs !== undefined) return <Covered isTheirs={isTheirs} onShow={() => setCovered(false)} />;
  const shown = { half, code: halves[half], problem };
  return typing ? (
    <TypeBack
      key={half}
      {...shown}
      busy={busy}
      busyText={busyText}
      onRight={() => goOn(skipped)}
      onShow={() => setTyping(false)}
      onLater={() => goOn(true)}
      later={later ?? laterOnToday}
    />
  ) : (
    <ShowHalf key={half} {...shown} logName={logName} onNext={() => setTyping(true)} />
  );
}
