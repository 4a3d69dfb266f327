import { useNavigate } from '@tanstack/react-router';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import type { DraftId } from '../../../shared/domain/ids.ts';
import { type Draft, useDraft } from '../../drafts/use-draft.ts';

const pages = {
  'referral-outside': '/concerns/$concern/refer-outside',
  escalation: '/concerns/$concern/escalate',
  sharing: '/concerns/$concern/sharing',
} as const;

interface Kept {
  readonly kind: keyof typeof pages;
  readonly page: Pick<ConcernPage, 'concern' | 'reference'>;
  /** The draft that is continued, if it is one. */
  readonly draft: DraftId | undefined;
}

/** Keeps a form about what goes on outside as a draft. Its values hold the concern, by which Today finds the way back. */
export function useKept<Values extends FieldValues & { concern: string }>(
  form: UseFormReturn<Values>,
  { kind, page: { concern, reference }, draft }: Kept,
): Draft {
  const navigate = useNavigate();
  return useDraft(form, {
    kind,
    draft,
    label: () => reference,
    onBegun: (begun) =>
      void navigate({ to: pages[kind], params: { concern }, search: { draft: begun }, replace: true }),
  });
}
