import { Link } from '@tanstack/react-router';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { needsTakeover } from '../../shared/domain/takeover.ts';
import { Look, useLook } from '../look.tsx';
import { DangerNow } from '../register/danger-now.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Page } from '../ui/page.tsx';
import { notTheRecord, recordIsRead, sendsNothing } from '../words/always-true.ts';
import { clockTime, whenWords } from '../words/dates.ts';
import { DutyWords } from './category-fields.tsx';
import { useConcernId } from './concern-id.ts';
import { owesCall, untold } from './concern-status.ts';
import { CallNow } from './danger-first.tsx';
import { DueNotice } from './due-notice.tsx';
import { EveryQuestion } from './every-question.tsx';
import { PersonOfConcern } from './person-of-concern.tsx';
import { PhoneScript } from './phone-script-details.tsx';
import { WhoDecidesHere } from './restricted/phone-outside.tsx';
import { TellForm } from './tell-form.tsx';
import { ToldList } from './told-list.tsx';
import { useAgeOf } from './use-age.ts';

const lookAfterYou = 'What you hear can stay with you. Talk with your supervisor, or with somebody you trust.';
const lookAfterYouUnnamed = 'What you hear can stay with you. Talk with somebody you trust, and name nobody.';

/** The heading: saved is not told. */
function titleOf({ state, tookOver }: ConcernPage): string {
  const newest = state.told.filter(({ reached }) => reached).at(-1);
  if (newest === undefined) return 'Saved. Nobody has been told yet';
  if (tookOver === false) return 'Saved. Nobody has taken over yet';
  const when = whenWords(newest.at);
  return `Saved. You told ${newest.who} ${when.startsWith('today') ? `at ${clockTime(newest.at)}` : `on ${when}`}`;
}

function StillToAdd({ concern, stillToAdd, entries }: Pick<ConcernPage, 'concern' | 'stillToAdd' | 'entries'>) {
  const [first] = stillToAdd;
  if (first === undefined) return null;
  return (
    <Card title="What you can add">
      <p>
        You can stop here. Only telling somebody cannot wait. You can add more later, and skip any of the questions.
      </p>
      <p>
        <Link
          to="/concerns/$concern/add"
          params={{ concern }}
          search={{ fact: first.fact }}
          className={buttonClass({ small: true })}
        >
          Answer the first question
        </Link>
      </p>
      <EveryQuestion concern={concern} stillToAdd={stillToAdd} entries={entries} />
    </Card>
  );
}

// The form above has gone back to empty; what was saved now stands in the heading.
function showHeading(): void {
  window.scrollTo(0, 0);
  document.getElementById('main')?.focus({ preventScroll: true });
}

function SavedConcern({ page }: { readonly page: ConcernPage }) {
  const { concern, reference, person, state, tookOver, stillToAdd } = page;
  const told = state.told.some(({ reached }) => reached);
  const isUntold = untold({ told, tookOver });
  const age = useAgeOf(person);
  // Once somebody has taken over, nobody has to be asked to.
  const stillUrgent = state.raised.categories.filter((one) => tookOver !== true || !needsTakeover([one]));
  return (
    <>
      <PersonOfConcern page={page} />
      <Page
        title={titleOf(page)}
        windowTitle="Concern saved"
        danger={isUntold}
        caption={`Concern ${reference}`}
        after={`Saved ${whenWords(state.raisedAt)}. ${sendsNothing}`}
      >
        <div className="layout layout--form">
          <div>
            {owesCall(state) && (
              <CallNow until="This stays here until you record below that you called 999, or that somebody has taken over." />
            )}
            <DutyWords chosen={stillUrgent} age={age} level={2} />
            <WhoDecidesHere page={page} />
            <DueNotice page={page} />
            <Card title={isUntold ? 'Tell somebody now, then record it here' : 'Tell somebody else'}>
              <TellForm concern={page} onTold={showHeading} />
            </Card>
            {state.told.length > 0 && (
              <Card title="Who was told" flush>
                <ToldList entries={page.entries} />
              </Card>
            )}
            <PhoneScript page={page} />
            <StillToAdd concern={concern} stillToAdd={stillToAdd} entries={page.entries} />
            <p>{state.restricted === undefined ? notTheRecord : recordIsRead}</p>
            <p>{state.restricted === undefined ? lookAfterYou : lookAfterYouUnnamed}</p>
            <p>
              <Link to="/concerns/$concern" params={{ concern }}>
                Go to concern {reference}
              </Link>
            </p>
          </div>
          <div className="sticky-col">
            <DangerNow />
          </div>
        </div>
      </Page>
    </>
  );
}

/** Right after a concern was raised: who has to be told, and what is still to add. */
export function Saved() {
  const concern = useConcernId();
  const page = useLook('concerns', 'open', { concern });
  return (
    <Look at={page} what="the concern">
      {(found) => <SavedConcern page={found} />}
    </Look>
  );
}
