import { Icon } from '../ui/icon.tsx';
import { whenWords } from '../words/dates.ts';
import type { Draft } from './use-draft.ts';

/** Says when the draft was last on the disk, or that it could not be kept. Never read out by itself. */
export function DraftNote({ of, what }: { readonly of: Draft; readonly what: string }) {
  if (of.trouble) return <p className="due due--late">Your draft could not be saved. Keep this page open.</p>;
  if (of.savedAt === null) return null;
  return (
    <p className="autosave">
      <Icon name="check" /> Draft saved {whenWords(of.savedAt)}. {what}
    </p>
  );
}
