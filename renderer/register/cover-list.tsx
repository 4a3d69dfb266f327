import { useState } from 'react';
import type { CoverLine } from '../../shared/contract/staffing.ts';
import { log } from '../api.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Tag } from '../ui/tag.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { coverSentence, coverTags, coverTitle } from './cover-words.ts';

function CoverRow({ line, onEnd }: { readonly line: CoverLine; readonly onEnd: () => void }) {
  const signedIn = useSignedIn();
  const saving = useSaving();
  const { id, mayConfirm, mayEnd, reason, state } = line;
  const title = coverTitle(line, signedIn);
  const { words, colour } = coverTags[state];
  return (
    <WorkRow
      title={
        <>
          {title} <Tag colour={colour}>{words}</Tag>
        </>
      }
      meta={
        <>
          {coverSentence(line, signedIn)}
          <br />
          <span className="prewrap">Why: {reason}</span>
          {saving.problem !== null && (
            <span role="alert" className="due--late">
              <br />
              {saving.problem}
            </span>
          )}
        </>
      }
      action={
        (mayConfirm || mayEnd) && (
          <>
            {mayConfirm && (
              <Button
                small
                aria-disabled={saving.busy || undefined}
                onClick={() => void saving.save(() => log.register.confirmCover({ cover: id }))}
              >
                Confirm<VisuallyHidden>: {title}</VisuallyHidden>
              </Button>
            )}
            {mayEnd && (
              <Button small onClick={onEnd}>
                End<VisuallyHidden>: {title}</VisuallyHidden>
              </Button>
            )}
          </>
        )
      }
    />
  );
}

interface Props {
  readonly lines: readonly CoverLine[];
  readonly label: string;
  /** What stands there when there is none. */
  readonly empty?: string;
}

/** Covers one under another, each with what can be done about it. */
export function CoverList({ lines, label, empty }: Props) {
  const signedIn = useSignedIn();
  const [ending, setEnding] = useState<CoverLine | null>(null);
  return (
    <>
      <WorkList label={label}>
        {lines.map((line) => (
          <CoverRow key={line.id} line={line} onEnd={() => setEnding(line)} />
        ))}
        {lines.length === 0 && empty !== undefined && <WorkRow title={empty} />}
      </WorkList>
      {ending !== null && (
        <ConfirmDialog
          title="End this cover now?"
          act="End this cover"
          busyText="Ending"
          onDo={() => log.register.endCover({ cover: ending.id })}
          onClose={() => setEnding(null)}
        >
          <p>
            <strong>{coverTitle(ending, signedIn)}</strong>
          </p>
          <p>
            {ending.state === 'now'
              ? `${signedIn.nameOf(ending.cover)} stops reading and deciding in their place at once.`
              : 'It does not begin.'}{' '}
            The log keeps that it was named.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
