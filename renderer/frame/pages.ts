import type { SignedIn } from '../signed-in.tsx';

/** The main pages in the order of the navigation and of Alt 1 to 6. */
export const pages = [
  { to: '/', words: 'Today', forWhom: () => true },
  { to: '/people', words: 'People', forWhom: () => true },
  { to: '/concerns', words: 'Concerns', forWhom: () => true },
  { to: '/referrals', words: 'Referrals', forWhom: () => true },
  { to: '/supervision', words: 'Supervision', forWhom: () => true },
  { to: '/audit', words: 'Audit log', forWhom: ({ isManager, isLead }: SignedIn) => isManager || isLead },
] as const;
