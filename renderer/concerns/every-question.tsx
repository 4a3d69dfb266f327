import { Link } from '@tanstack/react-router';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { concernFacts, type FactName } from '../../shared/domain/concern-facts.ts';
import { Details } from '../ui/details.tsx';
import { answersTo } from './entries.ts';

interface ListProps {
  readonly concern: ConcernPage['concern'];
  readonly questions: readonly FactName[];
}

function Questions({ concern, questions }: ListProps) {
  return (
    <ul className="nhsuk-list questions">
      {questions.map((fact) => (
        <li key={fact}>
          <Link to="/concerns/$concern/add" params={{ concern }} search={{ fact }}>
            {concernFacts[fact].ask}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Each question by itself. One that has an answer takes a newer one, which stands beside it. */
export function EveryQuestion({
  concern,
  stillToAdd,
  entries,
}: Pick<ConcernPage, 'concern' | 'stillToAdd' | 'entries'>) {
  const names = Object.keys(concernFacts) as FactName[]; // `as`: keys forgets what it is a table of.
  const answered = names.filter((fact) => answersTo(entries, fact).length > 0);
  return (
    <Details summary="See every question">
      <Questions concern={concern} questions={stillToAdd.map(({ fact }) => fact)} />
      {answered.length === 0 ? null : (
        <>
          <p>These have an answer. A newer one stands beside it, and nothing is changed.</p>
          <Questions concern={concern} questions={answered} />
        </>
      )}
    </Details>
  );
}
