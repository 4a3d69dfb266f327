import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { dateAndTime } from '../words/dates.ts';
import { tellingsOf } from './entries.ts';
import { tellingWords } from './telling-words.ts';
import { toldHowWords } from './words.ts';

/** Everybody who was told, and every try, with who wrote it down. */
export function ToldList({ entries }: Pick<ConcernPage, 'entries'>) {
  const tellings = tellingsOf(entries);
  return (
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
  );
}
