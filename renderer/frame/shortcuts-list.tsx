import { Dialog } from '../ui/dialog.tsx';
import { KeyValues } from '../ui/summary-list.tsx';

const keys = [
  ['Ctrl K', 'Find people, concerns and pages'],
  ['Alt 1 to 6', 'Today, People, Concerns, Referrals, Supervision, Audit log'],
  ['Ctrl Shift S', 'Raise a concern'],
  ['Ctrl Shift R', 'Record a supervision session'],
  ['Ctrl Enter', 'Continue or save the form you are in'],
  ['Ctrl S', 'Save what you are writing as a draft now'],
  ['Ctrl Shift H, or Shift three times', 'Hide screen'],
  ['Ctrl L', 'Lock'],
  ['F6', 'Next part of the page'],
  ['Esc', 'Close a dialog or list'],
] as const;

export function ShortcutsList({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <KeyValues rows={keys} />
    </Dialog>
  );
}
