import { Link } from '@tanstack/react-router';
import { readOnlyTitle } from '../audit/read-only-words.ts';
import { troubleTitle } from '../audit/trouble-words.ts';
import { useReadOnly, useTroubles } from '../audit/troubles.ts';
import { useDamageFound } from '../audit/whole-check.ts';
import { entryCount } from '../backup/words.ts';
import { Look, useLook } from '../look.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { whenWords } from '../words/dates.ts';

/** For managers: that the log is whole, and what they are there for. No names. */
export function StateOfTheLog() {
  const found = useDamageFound();
  const troubles = useTroubles();
  const readOnly = useReadOnly() !== null;
  const damaged = found || readOnly || troubles !== null;
  const bad = troubles === null ? 'A check found a problem with the log' : `Problem found: ${troubleTitle(troubles)}`;
  const page = useLook('audit', 'page', { from: null, to: null, limit: 1 });
  return (
    <Look at={page} what="the state of the log">
      {({ checked, atUnlock }) => {
        const { at, entries } = checked ?? atUnlock;
        return (
          <Card title="The log" actions={<Link to="/audit">Audit log</Link>} flush>
            <WorkList>
              <WorkRow
                title={readOnly ? readOnlyTitle : damaged ? bad : 'The log is intact'}
                late={damaged}
                due={damaged ? 'See the audit log' : ''}
                meta={`${entryCount(entries)} checked ${whenWords(at)}`}
                action={
                  <Link to="/audit/export" className={buttonClass({ small: true })}>
                    Export
                  </Link>
                }
              />
              <WorkRow
                title="A manager reads no record about a person"
                meta="You see that things happened, when and by whom, in the audit log. Who works here is on the page of your practice."
                action={
                  <Link to="/practice" className={buttonClass({ small: true })}>
                    Who works here
                  </Link>
                }
              />
            </WorkList>
          </Card>
        );
      }}
    </Look>
  );
}
