import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { Flag } from '../../ui/notices.tsx';
import { placedName, tieSentence } from './words.ts';

/** Over every part of a concern: who may be the source of harm and lives close enough to meet a letter, a call or a print. */
export function CloseBy({ people }: Pick<ConcernPage, 'people'>) {
  const close = people.filter(({ ties }) => ties.length > 0);
  if (close.length === 0) return null;
  return (
    <div className="about-others">
      <Flag>
        {close.map((placed) => (
          <p key={placed.event}>
            <strong>{placedName(placed)} may be the source of harm.</strong> {tieSentence(placed.ties)} Take care with
            prints, letters and calls.
          </p>
        ))}
      </Flag>
    </div>
  );
}
