import { useNavigate, useSearch } from '@tanstack/react-router';
import type { DraftId } from '../../../shared/domain/ids.ts';
import { useFormKey } from '../../drafts/form-key.ts';
import { FromDraft } from '../../drafts/from-draft.tsx';
import { RaiseForm } from '../raise.tsx';
import { blankRaise, continuedRaise, type RaiseValues } from '../raise-form.ts';
import { useReading } from '../use-reading.ts';
import { carriedOver } from './restricted-form.ts';

/** A concern that only people whom its author names can read. `from` is an ordinary draft whose words go on here. */
export function RaiseRestricted() {
  const { draft, from } = useSearch({ from: '/concerns/restricted/new' });
  const { known, colleague } = useReading();
  const navigate = useNavigate();
  const [key, begun] = useFormKey(draft, from);
  const onBegun = (id: DraftId): void => {
    begun(id);
    void navigate({ to: '/concerns/restricted/new', search: { draft: id }, replace: true });
  };
  const shown = (kept: RaiseValues): RaiseValues => {
    const values = continuedRaise(kept, known);
    return draft === undefined ? carriedOver(values, colleague) : values;
  };
  return (
    <FromDraft key={key} draft={draft ?? from} title="Raise a restricted concern" blank={blankRaise}>
      {(values) => (
        <RaiseForm
          restricted
          values={shown(values)}
          draft={draft as DraftId | undefined} // `as`: the log refuses anything else.
          onBegun={onBegun}
        />
      )}
    </FromDraft>
  );
}
