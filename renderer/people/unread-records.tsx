import type { PersonPage } from '../../shared/contract/people.ts';
import { WorkRow } from '../ui/work-list.tsx';

type Kind = PersonPage['records'][number]['kind'];

export function unreadCount({ records }: PersonPage, kind?: Kind): number {
  return records.filter((record) => !record.readable && (kind === undefined || record.kind === kind)).length;
}

const titles: Readonly<Record<Kind, string>> = {
  concern: 'A concern you do not read',
  referral: 'A referral you do not read',
};

/** Records that exist and are somebody else's to read: one row each, without anything of them. */
export function UnreadRows({ page, kind }: { readonly page: PersonPage; readonly kind: Kind }) {
  return page.records
    .filter((record) => record.kind === kind && !record.readable)
    .map(({ thread }) => (
      <WorkRow key={thread} title={titles[kind]} meta="Ask the safeguarding lead if you need to know what it says." />
    ));
}
