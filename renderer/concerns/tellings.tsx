import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { Card } from '../ui/card.tsx';
import { ToldList } from './told-list.tsx';

/** Whom somebody told, and when, as one of the cards about a concern. */
export function Tellings({ page }: { readonly page: ConcernPage }) {
  return (
    <Card title="Who was told" flush>
      <ToldList entries={page.entries} />
    </Card>
  );
}
