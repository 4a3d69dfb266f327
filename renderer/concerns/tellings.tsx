import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { Card } from '../ui/card.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { dateAndTime } from '../words/dates.ts';
import { tellingsOf } from './entries.ts';
import { tellingWords } from './telling-words.ts';
import { toldHowWords } from './words.ts';

/** Whom somebody told, and when. Says so when it was nobody. */
export function Tellings({ page }: { readonly page: ConcernPage }) {
  const tellings = tellingsOf(page.entries);
  return (
    <Card title="Who was told" flush>
      <WorkList label="Who was told">
        {tellings.map(({ told, by, at }) => (
          <WorkRow
            key={`${told.at} ${told.who}`}
            title={tellingWords(told)}
            meta={`${toldHowWords[told.how]}, ${dateAndTime(told.at)}. Recorded by ${by}, ${dateAndTime(at)}`}
          />
        ))}
        {tellings.length === 0 && <WorkRow title="Nobody is recorded as told." />}
      </WorkList>
    </Card>
  );
}
