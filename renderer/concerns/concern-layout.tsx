import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { isTheirs } from '../../shared/policy/concern-recorded.ts';
import { isUndecided } from '../../shared/policy/concern-stage.ts';
import { Look, useLook } from '../look.tsx';
import { usePrintRecord } from '../printing/print-record.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Banner } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { SubNav, type SubNavLink } from '../ui/sub-nav.tsx';
import { sendsNothing } from '../words/always-true.ts';
import { CloseBy } from './around/close-by.tsx';
import { LateTag } from './came-in.tsx';
import { InErrorNotice } from './closing/in-error.tsx';
import { Reopen } from './closing/reopen.tsx';
import { useConcernId } from './concern-id.ts';
import { ConcernSide } from './concern-side.tsx';
import { isClosed, silenceOf, standingOf } from './concern-status.ts';
import { ConcernTags } from './concern-tags.tsx';
import { PersonOfConcern } from './person-of-concern.tsx';
import { type Said, useSaid } from './said.ts';

export type Tab = 'overview' | 'decisions' | 'outside' | 'actions' | 'chronology' | 'trail';

/** What whoever looks can do next about it: the first is green, one in a view. */
function MainActions({ page }: { readonly page: ConcernPage }) {
  const { register } = useSignedIn();
  const { concern, state, stage, mayDecide } = page;
  const params = { concern };
  if (isClosed(page)) return mayDecide && stage === 'closed' ? <Reopen page={page} /> : null;
  if (mayDecide) {
    const owned = state.owner !== null;
    const undecided = isUndecided(stage);
    const toAcknowledge = !owned && undecided;
    return (
      <>
        <Link
          to="/concerns/$concern/decide"
          params={params}
          className={buttonClass({ kind: toAcknowledge ? 'secondary' : 'primary' })}
        >
          Record a decision
        </Link>
        {owned ? null : (
          <Link
            to="/concerns/$concern/acknowledge"
            params={params}
            className={buttonClass({ kind: toAcknowledge ? 'primary' : 'secondary' })}
          >
            Acknowledge
          </Link>
        )}
        {undecided ? null : (
          <Link to="/concerns/$concern/close" params={params} className={buttonClass()}>
            Close this concern
          </Link>
        )}
      </>
    );
  }
  if (!isTheirs(state, register.me)) return null;
  const silent = silenceOf(standingOf(page)) !== null;
  return (
    <>
      <Link
        to="/concerns/$concern/add"
        params={params}
        className={buttonClass({ kind: silent ? 'secondary' : 'primary' })}
      >
        Add more information
      </Link>
      <Link
        to="/concerns/$concern/tell"
        params={params}
        className={buttonClass({ kind: silent ? 'primary' : 'secondary' })}
      >
        Record who you told
      </Link>
    </>
  );
}

type Part =
  | '/concerns/$concern'
  | '/concerns/$concern/decisions'
  | '/concerns/$concern/outside'
  | '/concerns/$concern/actions'
  | '/concerns/$concern/chronology'
  | '/concerns/$concern/trail';

function linkTo(to: Part, concern: ThreadId): (props: SubNavLink) => ReactNode {
  // Exact: the overview's address begins those of all other parts.
  return (props) => <Link to={to} params={{ concern }} activeOptions={{ exact: true }} {...props} />;
}

function Tabs({ page, tab }: { readonly page: ConcernPage; readonly tab: Tab }) {
  const { concern, state } = page;
  const open = state.actions.filter(({ done }) => done === null).length;
  const parts = [
    { key: 'overview', to: '/concerns/$concern', label: 'Overview' },
    {
      key: 'decisions',
      to: '/concerns/$concern/decisions',
      label: 'Decision log',
      count: state.decisions.length,
      countWords: 'decisions',
    },
    {
      key: 'outside',
      to: '/concerns/$concern/outside',
      label: 'Outside the practice',
      count: state.course.outside.length,
      countWords: 'referrals',
    },
    { key: 'actions', to: '/concerns/$concern/actions', label: 'Actions', count: open, countWords: 'to do' },
    { key: 'chronology', to: '/concerns/$concern/chronology', label: 'Chronology' },
    { key: 'trail', to: '/concerns/$concern/trail', label: 'Audit trail' },
  ] as const satisfies readonly {
    readonly key: Tab;
    readonly to: string;
    readonly label: string;
    readonly count?: number;
    readonly countWords?: string;
  }[];
  const items = parts.map(({ to, ...part }) => ({
    ...part,
    current: part.key === tab,
    link: linkTo(to, concern),
  }));
  return <SubNav label="Parts of this concern" items={items} />;
}

const saidWords = {
  decided: 'Decision recorded. It cannot be edited, but you can add to it.',
  acknowledged: 'Acknowledged. Somebody owns the next step.',
  confirmed: 'Your answer is saved. It cannot be edited, but you can add to it.',
  closed: 'Concern closed. Nothing is deleted, and it can be reopened.',
  linked: 'Linked. It shows on both concerns.',
  'in-gp-record': 'Recorded that it stands in the GP record.',
  referred: 'Referral outside recorded.',
  escalated: 'Escalation recorded.',
  'sharing-decided': 'Sharing decision recorded.',
} as const satisfies Record<Said, string>;

/** What a decision asks somebody to do and to write down next. */
function AfterDecision({ page: { concern, person, practiceRun, state } }: { readonly page: ConcernPage }) {
  const decision = state.decisions.at(-1)?.decision;
  const params = { concern };
  if (decision === 'refer-outside') {
    return (
      <ul className="nhsuk-list">
        <li>
          <Link to="/concerns/$concern/refer-outside" params={params}>
            Record the referral, once it is sent
          </Link>
        </li>
        <li>
          <Link to="/concerns/$concern/sharing" params={params}>
            Record the sharing decision
          </Link>
        </li>
      </ul>
    );
  }
  if (decision !== 'refer-to-health-professional' || practiceRun) return null;
  return (
    <p>
      <Link to="/referrals/new" search={{ person, concern }}>
        Refer to a health professional
      </Link>
    </p>
  );
}

function JustDone({ page }: { readonly page: ConcernPage }) {
  const said = useSaid();
  if (said === undefined) return null;
  return (
    <div className="no-print">
      <Banner kind="success" heading={saidWords[said]}>
        <p>{sendsNothing}</p>
        {said === 'decided' ? <AfterDecision page={page} /> : null}
      </Banner>
    </div>
  );
}

interface ShownProps {
  readonly page: ConcernPage;
  readonly tab: Tab;
  readonly children: ReactNode;
}

function Shown({ page, tab, children }: ShownProps) {
  const { concern, person, reference, state, stage } = page;
  const { categorySentence } = useSignedIn();
  const print = usePrintRecord({
    record: concern,
    // Of whom a restricted concern is about nothing else is known: there is no safe contact to show beside it.
    ...(state.restricted === undefined && {
      person: { id: person, copies: tab === 'overview' ? (['person', 'named'] as const) : [] },
    }),
    name: `concern ${reference}`,
  });
  return (
    <>
      {print.firstLines}
      <PersonOfConcern page={page} />
      <Page
        title={categorySentence(state.raised.categories)}
        struck={stage === 'entered-in-error'}
        windowTitle={`Concern ${reference}`}
        caption={`${state.restricted === undefined ? 'Concern' : 'Restricted concern'} ${reference}`}
        actions={
          <>
            <ConcernTags standing={standingOf(page)} />
            <LateTag writtenOn={state.raised.lateEntry?.writtenOn} />
            {print.button}
            <MainActions page={page} />
          </>
        }
      >
        <JustDone page={page} />
        <InErrorNotice page={page} />
        {print.outcome}
        <CloseBy people={page.people} />
        <Tabs page={page} tab={tab} />
        <div className="layout layout--side">
          <div>{children}</div>
          <div>
            <ConcernSide page={page} />
          </div>
        </div>
      </Page>
    </>
  );
}

interface Props {
  readonly tab: Tab;
  readonly children: (page: ConcernPage) => ReactNode;
}

/** What every part of a concern's page has around it. */
export function ConcernLayout({ tab, children }: Props) {
  const at = useLook('concerns', 'open', { concern: useConcernId() });
  if (at.data === undefined) {
    return (
      <Page title="Concern">
        <Look at={at} what="the concern">
          {() => null}
        </Look>
      </Page>
    );
  }
  return (
    <Shown page={at.data} tab={tab}>
      {children(at.data)}
    </Shown>
  );
}
