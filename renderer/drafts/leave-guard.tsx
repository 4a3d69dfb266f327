import { type ShouldBlockFn, useBlocker } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { beforeGoing } from '../leaving.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { DraftKeeper } from './keeper.ts';
import { staysOnForm } from './stays-on-form.ts';

type Answer = (leave: boolean) => void;

interface Props {
  readonly keeper: Pick<DraftKeeper, 'leaving' | 'unsaved' | 'draft'> & { readonly save: () => Promise<unknown> };
  /** Why going would lose it. */
  readonly why?: string;
}

/** Saves on the way to another page, and asks whoever would lose words by going. */
export function LeaveGuard({ keeper, why = 'It could not be kept as a draft.' }: Props) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const mayLeave = useCallback(async (): Promise<boolean> => {
    keeper.leaving = true;
    await keeper.save();
    if (!keeper.unsaved) return true;
    const leave = await new Promise<boolean>((resolve) => setAnswer(() => resolve));
    setAnswer(null);
    keeper.leaving = leave;
    return leave;
  }, [keeper]);
  useEffect(() => beforeGoing(mayLeave), [mayLeave]);
  const shouldBlockFn = useCallback<ShouldBlockFn>(
    async ({ current, next }) => !staysOnForm(current, next, keeper.draft) && !(await mayLeave()),
    [keeper, mayLeave],
  );
  useBlocker({ shouldBlockFn, enableBeforeUnload: false });
  if (answer === null) return null;
  return (
    <Dialog title="What you typed is not saved" onClose={() => answer(false)}>
      <p>{why} If you leave this page, it is lost.</p>
      <div className="nhsuk-button-group">
        <Button onClick={() => answer(false)}>Stay on this page</Button>
        <Button kind="warning" onClick={() => answer(true)}>
          Leave and lose it
        </Button>
      </div>
    </Dialog>
  );
}
