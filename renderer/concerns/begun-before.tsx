import { useSearch } from '@tanstack/react-router';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import type { DraftId } from '../../shared/domain/ids.ts';
import { useLook } from '../look.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Flag } from '../ui/notices.tsx';
import { Problem } from '../ui/problem.tsx';
import { whenWords } from '../words/dates.ts';

const began = {
  decision: 'a decision on this concern',
  closing: 'to close this concern',
} as const;

interface Props {
  readonly page: ConcernPage;
  readonly kind: keyof typeof began;
  readonly onContinue: (draft: DraftId) => void;
}

/** What was begun here and left: without this it would be typed twice. */
export function BegunBefore({ page, kind, onContinue }: Props) {
  const { draft } = useSearch({ strict: false });
  const drafts = useLook('drafts', 'mine', {});
  if (drafts.error !== null) {
    const sentence = `It could not be looked up whether you began ${began[kind]} before. ${drafts.error.message}`;
    return <Problem sentence={sentence} onAgain={() => void drafts.refetch()} />;
  }
  const begun = drafts.data?.find((one) => one.kind === kind && one.label === page.reference);
  if (draft !== undefined || begun === undefined) return null;
  return (
    <Flag>
      <p>
        You began {began[kind]} {whenWords(begun.begunAt)}.{' '}
        <LinkButton onClick={() => onContinue(begun.draft)}>Continue it</LinkButton>
      </p>
    </Flag>
  );
}
