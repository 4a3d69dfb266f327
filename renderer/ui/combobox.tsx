import {
  Combobox as AriakitCombobox,
  ComboboxItem,
  ComboboxLabel,
  ComboboxPopover,
  ComboboxProvider,
} from '@ariakit/react';
import classNames from 'classnames';
import { type ReactNode, useEffect, useState } from 'react';
import { fieldId, HintAndError } from './forms/field.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface ComboboxOption {
  readonly value: string;
  /** What the box holds once it is chosen. */
  readonly label: string;
  /** What tells it from others of the same label. */
  readonly more?: ReactNode;
}

interface Props<O extends ComboboxOption> {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly find: (typed: string) => Promise<readonly O[]>;
  readonly chosen?: O | null;
  /** Null when somebody types on after choosing. */
  readonly onChoose: (option: O | null) => void;
  /** Characters before it looks; 2 when not said. */
  readonly least?: number;
  readonly nothingFound?: string;
  /** How many are listed; the list says how many there are. */
  readonly most?: number;
}

/** What was found, or why nothing was: a look-up that failed must not read as "there is nobody". */
type Found<O> = { readonly options: readonly O[]; readonly failed: boolean; readonly total?: number } | null;

// Answers may come out of turn: only the one for what stands in the box now counts.
function useFound<O>(typed: string, find: (typed: string) => Promise<readonly O[]>, least: number): Found<O> {
  const [found, setFound] = useState<Found<O>>(null);
  const enough = typed.trim().length >= least;
  useEffect(() => {
    if (!enough) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      find(typed.trim()).then(
        (options) => current && setFound({ options, failed: false }),
        () => current && setFound({ options: [], failed: true }),
      );
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [typed, find, enough]);
  return enough ? found : null;
}

const failedWords = 'The search did not work. Type again to try again';

function wordsOf(found: NonNullable<Found<unknown>>, nothingFound: string): string {
  const count = found.options.length;
  if (count === 0) return found.failed ? failedWords : nothingFound;
  if (found.total !== undefined && found.total > count) {
    return `Showing the first ${count} of ${found.total}. Type more to find fewer. Use the up and down arrow keys`;
  }
  return count === 1 ? '1 result. Use the down arrow key' : `${count} results. Use the up and down arrow keys`;
}

interface ListProps<O extends ComboboxOption> {
  readonly found: NonNullable<Found<O>>;
  readonly words: string;
  readonly onChoose: (option: O) => void;
}

function Options<O extends ComboboxOption>({ found, words, onChoose }: ListProps<O>) {
  return (
    <>
      {found.options.length === 0 ? (
        <div className="combo-list">
          <p>{words}</p>
        </div>
      ) : (
        <ComboboxPopover sameWidth className="combo-list">
          {found.total !== undefined && found.total > found.options.length && (
            // What is said aloud stands in the status below: a list holds options only.
            <p aria-hidden="true">{`Showing the first ${found.options.length} of ${found.total}. Type more to find fewer.`}</p>
          )}
          {found.options.map((option) => (
            <ComboboxItem
              key={option.value}
              className="combo-option"
              value={option.label}
              setValueOnClick={false}
              hideOnClick
              onClick={() => onChoose(option)}
            >
              <span>{option.label}</span>
              {option.more ? <span className="combo-option__more">{option.more}</span> : null}
            </ComboboxItem>
          ))}
        </ComboboxPopover>
      )}
    </>
  );
}

/**
 * A box that finds as somebody types, and a list to choose from. Nothing is chosen until somebody moves to it: a first
 * result taken by itself could be the wrong person. `find` must keep its identity between renders.
 */
export function Combobox<O extends ComboboxOption>(props: Props<O>) {
  const { name, label, hint, error, find, chosen, onChoose, least = 2, nothingFound = 'Nothing found' } = props;
  const { most = 20 } = props;
  const id = fieldId(name);
  const [typed, setTyped] = useState(chosen?.label ?? '');
  const [open, setOpen] = useState(false);
  const all = useFound(typed, find, least);
  const found = all && { ...all, options: all.options.slice(0, most), total: all.options.length };
  const shown = chosen?.label === typed ? null : found;
  const words = shown ? wordsOf(shown, nothingFound) : '';
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  const choose = (option: O) => {
    setTyped(option.label);
    onChoose(option);
  };
  return (
    <ComboboxProvider
      // A list without options is no list: without this the box would say that one is open.
      open={open && shown !== null && shown.options.length > 0}
      setOpen={setOpen}
      value={typed}
      setValue={(value) => {
        setTyped(value);
        if (chosen && value !== chosen.label) onChoose(null);
      }}
    >
      <div className={classNames('nhsuk-form-group', error && 'nhsuk-form-group--error')}>
        <ComboboxLabel className="nhsuk-label nhsuk-label--s">{label}</ComboboxLabel>
        <HintAndError id={id} hint={hint} error={error} />
        <AriakitCombobox
          id={id}
          className={classNames('nhsuk-input', error && 'nhsuk-input--error')}
          autoComplete="list"
          spellCheck={false}
          aria-describedby={ids.join(' ') || undefined}
        />
        {shown ? <Options found={shown} words={words} onChoose={choose} /> : null}
        <div role="status">{shown ? <VisuallyHidden>{words}</VisuallyHidden> : null}</div>
      </div>
    </ComboboxProvider>
  );
}
