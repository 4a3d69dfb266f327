import { useCallback, useEffect, useId, useState } from 'react';
import { type FieldValues, type PathValue, useWatch } from 'react-hook-form';
import type { WindowNews } from '../../shared/contract/window.ts';
import { useNews } from '../frame/use-news.ts';
import { Button } from '../ui/button.tsx';
import { errorAt, fieldId } from '../ui/forms/field.tsx';
import { PassphraseField } from '../ui/forms/passphrase-field.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { type NewPassphrase, usePassphraseRules } from './passphrase-rules.ts';

interface Props<T extends FieldValues> extends NewPassphrase<T> {
  /** Whose it is: "Your passphrase". */
  readonly label: string;
}

function useOffer() {
  const rules = usePassphraseRules();
  const [offered, setOffered] = useState<string | null>(null);
  const others = useCallback(() => {
    if (rules !== null) setOffered(rules.offerPassphrase((count) => crypto.getRandomValues(new Uint8Array(count))));
  }, [rules]);
  useEffect(others, [others]);
  return { rules, offered, others };
}

interface OfferProps {
  readonly offered: string;
  readonly onUse: () => void;
  readonly onOthers: () => void;
}

function Offer({ offered, onUse, onOthers }: OfferProps) {
  const id = useId();
  return (
    <div className="passphrase-offer" role="group" aria-labelledby={id}>
      <p id={id} className="passphrase-offer__title">
        Four words, drawn at random
      </p>
      <p className="passphrase-offer__words" aria-live="polite">
        {offered}
      </p>
      <p>Write these words down, and keep the paper away from this computer.</p>
      <div className="nhsuk-button-group">
        <Button small onClick={onUse}>
          Use these words
        </Button>
        <Button small onClick={onOthers}>
          Four others<VisuallyHidden> instead of these words</VisuallyHidden>
        </Button>
      </div>
    </div>
  );
}

/** Four random words first, else what somebody makes up; typed twice. What is wrong with it shows while they type. */
export function ChoosePassphrase<T extends FieldValues>({ label, of, name, again, context }: Props<T>) {
  const { rules, offered, others } = useOffer();
  const typed: unknown = useWatch({ control: of.control, name });
  const judged =
    rules === null || typeof typed !== 'string' || typed === '' ? null : rules.judgePassphrase(typed, context());
  const set = useCallback(
    (value: string, repeated: string) => {
      // `as`: both fields hold text.
      of.setValue(name, value as PathValue<T, typeof name>);
      of.setValue(again, repeated as PathValue<T, typeof again>);
    },
    [of, name, again],
  );
  const use = (): void => {
    set(offered ?? '', '');
    document.getElementById(fieldId(again))?.focus();
  };
  const exchange = (): void => {
    if (typed === offered) set('', '');
    others();
  };
  const news = useCallback(
    (told: WindowNews) => {
      // Nobody is there: neither half a passphrase nor the words that may have been learnt wait for whoever comes next.
      if (told.news !== 'cover') return;
      set('', '');
      others();
    },
    [set, others],
  );
  useNews(news);
  const note =
    judged?.sentence ??
    (judged?.warning === 'not-on-every-keyboard' ? rules?.passphraseWarning : null) ??
    (judged === null ? null : 'This passphrase can be used.');
  return (
    <>
      {offered !== null && <Offer offered={offered} onUse={use} onOthers={exchange} />}
      <PassphraseField
        of={of}
        name={name}
        label={label}
        hint="The four words, or one of your own with at least 15 characters. Nobody can look it up."
        autoComplete="new-password"
      />
      <p role="status" className="passphrase-note">
        {note !== errorAt(of, name) && note}
      </p>
      <PassphraseField of={of} name={again} label="The same passphrase again" autoComplete="new-password" />
    </>
  );
}
