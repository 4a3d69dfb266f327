import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SettingUpItem, SettingUpLine } from '../../shared/contract/staffing.ts';
import { buttonClass } from '../ui/button.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

/** The page on which each is done. */
const pages = {
  readers: '/practice',
  'roles-confirmed': '/practice',
  'first-review': '/practice',
  supervisors: '/practice',
  'supervision-interval': '/practice/settings',
  contacts: '/practice/numbers',
  'recovery-tried': '/practice/recovery',
  'backup-place': '/practice/backup',
  'backup-verified': '/practice/backup',
  'practice-run': '/concerns/practice-run',
} as const satisfies Readonly<Record<SettingUpItem, string>>;

const actions: Readonly<Record<SettingUpItem, string>> = {
  readers: 'Who works here',
  'roles-confirmed': 'Who works here',
  'first-review': 'Who works here',
  supervisors: 'Who works here',
  'supervision-interval': 'Settings',
  contacts: 'Phone numbers',
  'recovery-tried': 'Recovery key',
  'backup-place': 'Backups',
  'backup-verified': 'Backups',
  'practice-run': 'Practise',
};

/** The way to where it is done. */
export function SettingUpLink({ line, title }: { readonly line: SettingUpLine; readonly title: string }): ReactNode {
  const { item, staff } = line;
  const [only, ...others] = item === 'supervisors' || item === 'roles-confirmed' ? staff : [];
  const className = buttonClass({ small: true });
  if (only !== undefined && others.length === 0) {
    return (
      <Link to="/practice/staff/$staff" params={{ staff: only }} className={className}>
        {item === 'supervisors' ? 'Name one' : 'Their page'}
        <VisuallyHidden>: {title}</VisuallyHidden>
      </Link>
    );
  }
  return (
    <Link to={pages[item]} className={className}>
      {actions[item]}
    </Link>
  );
}
