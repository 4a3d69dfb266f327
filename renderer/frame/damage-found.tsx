import { Link } from '@tanstack/react-router';
import { nothingIsSaved, readOnlyTitle } from '../audit/read-only-words.ts';
import { troubleWords, whatIsSafe, whatToDo } from '../audit/trouble-words.ts';
import { useReadOnly, useTroubles } from '../audit/troubles.ts';
import { useDamageFound } from '../audit/whole-check.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Details } from '../ui/details.tsx';

function Troubled() {
  const troubles = useTroubles();
  if (troubles === null) return null;
  return (
    <aside className="band band--bad" aria-label="Part of the log is damaged">
      <div className="nhsuk-width-container">
        <p className="band__line">
          {troubleWords(troubles).join(' ')} {whatIsSafe}
        </p>
        <Details summary="What to do">
          <ul className="nhsuk-list nhsuk-list--bullet">
            {whatToDo.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Details>
      </div>
    </aside>
  );
}

function Damaged() {
  const { isManager, isLead } = useSignedIn();
  if (!useDamageFound()) return null;
  return (
    <aside className="band band--bad" aria-label="The log is damaged">
      <div className="nhsuk-width-container">
        A check found a problem with this log. Write nothing more in it and delete nothing.{' '}
        {(isManager || isLead) && <Link to="/audit">See what to do</Link>}
      </div>
    </aside>
  );
}

function ReadOnly() {
  if (useReadOnly() === null) return null;
  return (
    <aside className="band band--bad" aria-label="The log can only be read">
      <div className="nhsuk-width-container">
        {readOnlyTitle}. {nothingIsSaved} <Link to="/read-only">See what to do</Link>
      </div>
    </aside>
  );
}

/** Stands on every page once unlocking or a check has found the log damaged. */
export function DamageFound() {
  return (
    <>
      <ReadOnly />
      <Damaged />
      <Troubled />
    </>
  );
}
