import { idsIn } from '../search.ts';

/** What the address of the form says: whom it is about, whether it is the full one, and which draft it goes on with. */
export const recordSearch = idsIn('with', 'form', 'draft');

export type RecordSearch = ReturnType<typeof recordSearch>;
