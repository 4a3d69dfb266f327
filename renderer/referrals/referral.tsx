import { Link, useSearch } from '@tanstack/react-router';
import type { ReferralPage as Opened } from '../../shared/contract/referrals.ts';
import { Look, useLook } from '../look.tsx';
import { PersonBar } from '../people/person-bar.tsx';
import { usePrintRecord } from '../printing/print-record.tsx';
import { WhoCanRead } from '../register/who-can-read.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Banner, Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { notTheRecord, sendsNothing } from '../words/always-true.ts';
import { Answers } from './answers.tsx';
import { useReferralParam } from './referral-param.ts';
import { ReferralTag } from './referral-tag.tsx';
import { SinceSent } from './since-sent.tsx';
import { WhatWasAsked } from './what-was-asked.tsx';
import { WhereReferralStands } from './where-it-stands.tsx';
import { referredForWords } from './words.ts';

function Done({ just, page }: { readonly just: string | undefined; readonly page: Opened }) {
  const { nameOf, register } = useSignedIn();
  if (just === 'sent') {
    return (
      <Banner kind="success" heading={`Referral ${page.reference} recorded`}>
        <p>{sendsNothing}</p>
        <p>{notTheRecord}</p>
      </Banner>
    );
  }
  if (just !== 'answered') return null;
  const { sentBy } = page.state;
  return (
    <Banner kind="success" heading="Answer recorded">
      {sentBy === register.me ? (
        <p>{notTheRecord}</p>
      ) : (
        <p>{`${nameOf(sentBy)} can read it here. Nobody has told them.`}</p>
      )}
    </Banner>
  );
}

function Readers({ page }: { readonly page: Opened }) {
  return (
    <Guide title="Who can read this">
      <p>They can open it here. That does not mean that they have been told.</p>
      <WhoCanRead readers={page.readers} />
    </Guide>
  );
}

interface OpenProps {
  readonly page: Opened;
  readonly just: string | undefined;
  readonly begin: string | undefined;
}

function OpenReferral({ page, just, begin }: OpenProps) {
  const { referral, reference, state, mayAnswer, person } = page;
  const printing = usePrintRecord({
    record: referral,
    person: { id: person, copies: ['person'] },
    name: `referral ${reference}`,
  });
  const actions = (
    <>
      {printing.button}
      <Link to="/referrals/$referral/sheet" params={{ referral }} className={buttonClass()}>
        One page to hand over
      </Link>
      {mayAnswer && (
        <Link to="/referrals/$referral/answer" params={{ referral }} className={buttonClass({ kind: 'primary' })}>
          Record the answer
        </Link>
      )}
    </>
  );
  return (
    <div className="has-person">
      {printing.firstLines}
      <PersonBar person={person} />
      <Page
        title={referredForWords[state.sent.purpose]}
        windowTitle="Referral"
        caption={`Referral ${reference}`}
        after={
          <ReferralTag
            answer={state.answers.at(-1)?.answer ?? null}
            replyWanted={state.replyBy !== null}
            seen={state.seen.length > 0}
          />
        }
        actions={actions}
      >
        {printing.outcome}
        <Done just={just} page={page} />
        <div className="layout layout--side">
          <div>
            <WhereReferralStands page={page} begin={begin === 'told' ? 'told' : null} />
            <WhatWasAsked state={state} />
            <Answers state={state} />
            <SinceSent state={state} />
          </div>
          <aside aria-label="About this referral">
            <Readers page={page} />
          </aside>
        </div>
      </Page>
    </div>
  );
}

/** One referral back: what was asked, who reads it, and what came of it. */
export function ReferralPage() {
  const referral = useReferralParam();
  const { just, begin } = useSearch({ from: '/referrals/$referral' });
  const at = useLook('referrals', 'open', { referral });
  if (at.data !== undefined) return <OpenReferral page={at.data} just={just} begin={begin} />;
  return (
    <Page title="Referral">
      <Look at={at} what="the referral">
        {() => null}
      </Look>
    </Page>
  );
}
