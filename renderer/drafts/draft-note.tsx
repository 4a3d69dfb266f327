import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { whenWords } from '../words/dates.ts';
import { LeaveGuard } from './leave-guard.tsx';
import type { Draft } from './use-draft.ts';

interface Props {
  readonly of: Draft;
  /** What a draft is not yet. */
  readonly what: string;
}

function Trouble({ of: { trouble, gone, keeper } }: Pick<Props, 'of'>) {
  return (
    <>
      <p className="due due--late">
        {!gone && 'Your draft could not be saved. Keep this page open.'} {trouble}
      </p>
      {gone && (
        <Button small onClick={() => void keeper.startAgain()}>
          Keep what I typed as a new draft
        </Button>
      )}
    </>
  );
}

function State({ of: { draft, savedAt }, what }: Props) {
  if (savedAt === null) {
    return <p className="autosave">{draft === undefined ? 'Nothing to save yet.' : 'Nothing new to save.'}</p>;
  }
  return (
    <p className="autosave">
      <Icon name="check" /> Draft saved {whenWords(savedAt)}. {what}
    </p>
  );
}

/** Says when the draft was last on the disk, or why it is not. Read out when it is not, and when somebody asked. */
export function DraftNote({ of, what }: Props) {
  const { trouble, asked, savedAt, keeper } = of;
  const isAnswer = asked !== null && asked.savedAt === savedAt;
  return (
    <div>
      <div role="status">
        {trouble !== null && <Trouble of={of} />}
        {trouble === null && isAnswer && <State key={asked.times} of={of} what={what} />}
      </div>
      {trouble === null && !isAnswer && savedAt !== null && <State of={of} what={what} />}
      <LeaveGuard keeper={keeper} />
    </div>
  );
}
