import { useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { Instant } from '../../shared/domain/calendar.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { beforeLeaving } from '../leaving.ts';
import { looks } from '../look.tsx';
import { type DraftInput, DraftKeeper, type Kept } from './keeper.ts';

interface Options<Values> {
  readonly kind: DraftInput['kind'];
  /** The draft that is being continued, if it is one. */
  readonly draft: DraftId | undefined;
  /** A few words by which the author finds it again. They are sealed with it. */
  readonly label?: (values: Values) => string;
  /** Called when the first words are on the disk: whoever comes back to the page goes on there. */
  readonly onBegun: (draft: DraftId) => void;
}

interface Asked {
  readonly times: number;
  readonly savedAt: Instant | null;
}

export interface Draft extends Kept {
  /** When somebody last asked for it to be saved: what the note says of that is read out. */
  readonly asked: Asked | null;
  readonly keeper: DraftKeeper;
  /** Saves now, if anything is new. Resolves to the draft, when all that was typed is in it. */
  readonly saveNow: () => Promise<DraftId | undefined>;
  /** Saves now. Resolves to the draft that ends with the record, though it could not be brought up to date. */
  readonly forRecord: () => Promise<DraftId | undefined>;
  /** Saves now. Resolves to whether the page can be left without losing a word. */
  readonly safe: () => Promise<boolean>;
  /** Stops saving: what was written has become a record. */
  readonly end: () => void;
}

const pause = 1_500;

/** A list from before would show, until it is looked at anew, a draft that this one takes the place of. */
function forgetLists(): void {
  looks.removeQueries({ queryKey: ['drafts'], type: 'inactive' });
  void looks.invalidateQueries({ queryKey: ['drafts'] });
}

/** Without what was never answered: a draft is JSON, which has no `undefined`. */
function plain(values: FieldValues): DraftInput['form'] {
  return JSON.parse(JSON.stringify(values)) as DraftInput['form']; // `as`: this is what JSON gives.
}

/** Ctrl S, Cmd S on a Mac. */
function isSaveKey({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 's';
}

function useSaveKey(keeper: DraftKeeper): Asked | null {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!isSaveKey(event)) return;
      event.preventDefault();
      if (event.repeat) return;
      // After the save, so that the note says what came of it.
      void keeper
        .save()
        .then(() => setAsked((before) => ({ times: (before?.times ?? 0) + 1, savedAt: keeper.savedAt })));
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [keeper]);
  return asked;
}

/**
 * Keeps what is typed into a form as a draft on the disk: after a pause, at a lock, when the page is left, and when asked.
 * Nothing is kept of a form in which nothing was typed.
 */
export function useDraft<Values extends FieldValues>(form: UseFormReturn<Values>, options: Options<Values>): Draft {
  const [kept, setKept] = useState<Kept>({ draft: options.draft, savedAt: null, trouble: null, gone: false });
  const latest = useRef(options);
  latest.current = options;
  const here = useRef(true);
  const [keeper] = useState(
    () =>
      new DraftKeeper(options.draft, {
        kind: options.kind,
        now: () => {
          const values = form.getValues();
          const label = latest.current.label?.(values).slice(0, 120);
          return { form: plain(values), ...(label !== undefined && { label }) };
        },
        onKept: (now, begun) => {
          if (begun) forgetLists();
          if (!here.current) return;
          setKept(now);
          if (begun && now.draft !== undefined) latest.current.onBegun(now.draft);
        },
      }),
  );
  useEffect(() => {
    here.current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const { unsubscribe } = form.watch(() => {
      keeper.changed();
      clearTimeout(timer);
      timer = setTimeout(() => void keeper.save(), pause);
    });
    const takeBack = beforeLeaving(async () => (await keeper.save()) !== undefined);
    return () => {
      clearTimeout(timer);
      unsubscribe();
      takeBack();
      here.current = false;
      // Going to another page is leaving too.
      void keeper.save();
    };
  }, [form, keeper]);
  const asked = useSaveKey(keeper);
  return {
    ...kept,
    asked,
    keeper,
    saveNow: () => keeper.save(),
    forRecord: () => keeper.save().then(() => keeper.draft),
    safe: () => keeper.save().then(() => !keeper.unsaved),
    end: () => keeper.end(),
  };
}
