import { Link, useSearch } from '@tanstack/react-router';
import type { SessionPage as Session } from '../../shared/contract/supervision.ts';
import { unsignedBy } from '../../shared/policy/supervision.ts';
import { Look, useLook } from '../look.tsx';
import { usePrintRecord } from '../printing/print-record.tsx';
import { WhoCanRead } from '../register/who-can-read.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Banner, Flag, Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { longDate } from '../words/dates.ts';
import { Comments } from './comments.tsx';
import { useSessionParam } from './session-param.ts';
import { SessionRecord } from './session-record.tsx';
import { Signatures } from './signatures.tsx';
import { kindWords, listWords } from './words.ts';

const lookAfterYourself = 'If this session was heavy, take a few minutes before what comes next.';

/** What has just happened, once somebody comes here from the form. */
function JustNow({ page }: { readonly page: Session }) {
  const { register, nameOf } = useSignedIn();
  const { just } = useSearch({ from: '/supervision/$session' });
  const waiting = unsignedBy(page.state);
  if (just === 'signed' && !waiting.includes(register.me)) {
    const [others, verb] = [listWords(waiting.map(nameOf)), waiting.length === 1 ? 'has' : 'have'];
    return (
      <Banner kind="success" heading={`Session ${page.reference} saved, and signed by you`}>
        {waiting.length > 0 && (
          <p>
            {others} {verb} not signed yet. It waits for them in this log. Nobody has been told: say so when you see
            them.
          </p>
        )}
        <p>{lookAfterYourself}</p>
      </Banner>
    );
  }
  if (just !== 'unsigned' || !waiting.includes(register.me)) return null;
  return (
    <Banner heading={`Session ${page.reference} is saved, and is not signed yet`}>
      <p>Your signature could not be saved. The record is safe. Sign it now.</p>
    </Banner>
  );
}

function Shown({ page }: { readonly page: Session }) {
  const { register, nameOf } = useSignedIn();
  const { session, reference, state } = page;
  const { kind, heldOn, supervisees, supervisor } = state.recorded;
  const printing = usePrintRecord({ record: session, name: `supervision session ${reference}` });
  const mustSign = unsignedBy(state).includes(register.me);
  return (
    <Page
      title={`Supervision session ${reference}`}
      after={`${kindWords[kind]}, ${longDate(heldOn)}, ${nameOf(supervisor)} with ${listWords(supervisees.map(nameOf))}`}
      back={
        <Link to="/supervision/past" className="nhsuk-back-link">
          Past sessions
        </Link>
      }
      actions={printing.button}
    >
      {printing.firstLines}
      {printing.outcome}
      <JustNow page={page} />
      {mustSign && (
        <Flag>
          <p>
            <strong>You have not signed this session yet.</strong>
          </p>
          <p className="no-print">
            <Link
              to="/supervision/$session/sign"
              params={{ session }}
              className={buttonClass({ kind: 'primary', small: true })}
            >
              Read and sign
            </Link>
          </p>
        </Flag>
      )}
      <div className="layout layout--side">
        <div>
          <SessionRecord page={page} />
          <Comments page={page} />
        </div>
        <div>
          <Signatures state={state} />
          <Guide title="Who can read this">
            <p>Only those who were there. A signed session cannot be changed.</p>
            <WhoCanRead readers={[supervisor, ...supervisees]} />
          </Guide>
        </div>
      </div>
    </Page>
  );
}

/** A session as it was recorded, with who signed it and what was said later. */
export function SessionPage() {
  const page = useLook('supervision', 'open', { session: useSessionParam() });
  return (
    <Look at={page} what="the session">
      {(shown) => <Shown page={shown} />}
    </Look>
  );
}
