import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { InputOf } from '../../shared/contract/call.ts';
import type { Contract } from '../../shared/contract/index.ts';
import type { Instant } from '../../shared/domain/calendar.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { log } from '../api.ts';
import { beforeLeaving } from '../leaving.ts';
import { looks } from '../look.tsx';

type DraftInput = InputOf<Contract['drafts']['save']>;

interface Options<Values> {
  readonly kind: DraftInput['kind'];
  /** The draft that is being continued, if it is one. */
  readonly draft: DraftId | undefined;
  /** A few words by which the author finds it again. They are sealed with it. */
  readonly label?: (values: Values) => string;
  /** Called once, when the first words are on the disk: whoever comes back to the page goes on there. */
  readonly onBegun: (draft: DraftId) => void;
}

export interface Draft {
  readonly draft: DraftId | undefined;
  readonly savedAt: Instant | null;
  /** Why the last attempt to keep it failed. */
  readonly trouble: boolean;
  /** Saves now, if anything is new. Resolves to the draft, when there is one. */
  readonly saveNow: () => Promise<DraftId | undefined>;
  /** Stops saving: what was written has become a record. */
  readonly end: () => void;
}

const pause = 1_500;

/**
 * Keeps what is typed into a form as a draft on the disk: after a pause, when a field is left, at a lock, and when asked.
 * Nothing is kept of a form in which nothing was typed.
 */
export function useDraft<Values extends FieldValues>(form: UseFormReturn<Values>, options: Options<Values>): Draft {
  const [savedAt, setSavedAt] = useState<Instant | null>(null);
  const [trouble, setTrouble] = useState(false);
  const draft = useRef(options.draft);
  const changed = useRef(false);
  const ended = useRef(false);
  const here = useRef(true);
  const queue = useRef<Promise<DraftId | undefined>>(Promise.resolve(options.draft));
  const latest = useRef(options);
  latest.current = options;

  const saveNow = useCallback((): Promise<DraftId | undefined> => {
    queue.current = queue.current.then(async () => {
      if (!changed.current || ended.current) return draft.current;
      changed.current = false;
      const { kind, label, onBegun } = latest.current;
      const values = form.getValues();
      const answer = await log.drafts.save({
        kind,
        form: values as DraftInput['form'], // `as`: our forms hold text, lists and records of it.
        ...(draft.current !== undefined && { draft: draft.current }),
        ...(label !== undefined && { label: label(values).slice(0, 120) }),
      });
      setTrouble(!answer.ok);
      if (!answer.ok) {
        changed.current = true;
        return draft.current;
      }
      const isNew = draft.current === undefined;
      draft.current = answer.value.draft;
      setSavedAt(answer.value.savedAt);
      void looks.invalidateQueries({ queryKey: ['drafts'] });
      if (isNew && here.current) onBegun(answer.value.draft);
      return draft.current;
    });
    return queue.current;
  }, [form]);

  useEffect(() => {
    here.current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const { unsubscribe } = form.watch(() => {
      changed.current = true;
      clearTimeout(timer);
      timer = setTimeout(() => void saveNow(), pause);
    });
    const takeBack = beforeLeaving(async () => (await saveNow()) !== undefined && !ended.current);
    return () => {
      clearTimeout(timer);
      unsubscribe();
      takeBack();
      here.current = false;
      // Going to another page is leaving too.
      void saveNow();
    };
  }, [form, saveNow]);

  const end = useCallback(() => {
    ended.current = true;
  }, []);
  return { draft: draft.current, savedAt, trouble, saveNow, end };
}
