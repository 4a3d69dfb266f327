import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PersonPage } from '../../shared/contract/people.ts';
import { Look, useLook } from '../look.tsx';
import { usePrintRecord } from '../printing/print-record.tsx';
import { WhoCanRead } from '../register/who-can-read.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Details } from '../ui/details.tsx';
import { Page } from '../ui/page.tsx';
import { SubNav, type SubNavItem } from '../ui/sub-nav.tsx';
import { usePersonParam } from './person-param.ts';
import { JoinedNotice } from './same/joined-notice.tsx';

const parts = [
  { to: '/people/$person', label: 'Timeline' },
  { to: '/people/$person/concerns', label: 'Concerns', kind: 'concern' },
  { to: '/people/$person/referrals', label: 'Referrals', kind: 'referral' },
  { to: '/people/$person/chronology', label: 'Chronology' },
  { to: '/people/$person/details', label: 'Details and safe contact' },
] as const;

type Part = (typeof parts)[number];

function countIn(page: PersonPage, part: Part) {
  if (!('kind' in part)) return {};
  return { count: page.records.filter(({ kind }) => kind === part.kind).length, countWords: part.label.toLowerCase() };
}

function itemOf(part: Part, page: PersonPage, current: Part['label']): SubNavItem {
  const { person } = page;
  return {
    key: part.to,
    label: part.label,
    current: part.label === current,
    ...countIn(page, part),
    link: (props) => <Link to={part.to} params={{ person }} activeOptions={{ exact: true }} {...props} />,
  };
}

function Parts({ page, current }: { readonly page: PersonPage; readonly current: Part['label'] }) {
  return <SubNav label="About this person" items={parts.map((part) => itemOf(part, page, current))} />;
}

function Actions({ page: { person, practiceRun }, print }: { readonly page: PersonPage; readonly print: ReactNode }) {
  return (
    <>
      {print}
      {practiceRun ? (
        <Link to="/concerns/practice-run" className={buttonClass()}>
          Your practice run
        </Link>
      ) : (
        <>
          <Link to="/referrals/new" search={{ person }} className={buttonClass()}>
            Refer to a health professional
          </Link>
          <Link to="/concerns/new" search={{ person }} className={buttonClass({ kind: 'primary' })}>
            Raise a concern about this person
          </Link>
        </>
      )}
    </>
  );
}

interface Props {
  readonly part: Part['label'];
  readonly children: (page: PersonPage) => ReactNode;
}

function OpenSection({ part, page, children }: Props & { readonly page: PersonPage }) {
  const printing = usePrintRecord({
    record: null,
    about: page.person,
    person: { id: page.person, copies: part === 'Details and safe contact' ? ['person'] : [] },
    name: `person ${page.reference}`,
  });
  return (
    <>
      {printing.firstLines}
      <Page title={part} actions={<Actions page={page} print={printing.button} />}>
        {printing.outcome}
        <Parts page={page} current={part} />
        <JoinedNotice page={page} />
        {children(page)}
        <div className="column">
          <Details summary={`Who can read this (${page.readers.length})`}>
            <p>They can read who this person is. Each concern and referral says for itself who can read it.</p>
            <WhoCanRead readers={page.readers} />
          </Details>
        </div>
      </Page>
    </>
  );
}

/** One of the pages about a person, with the way to the others. */
export function PersonSection(props: Props) {
  const person = usePersonParam();
  const at = useLook('people', 'show', { person });
  if (at.data !== undefined) return <OpenSection {...props} page={at.data} />;
  return (
    <Page title={props.part}>
      <Look at={at} what="this person">
        {() => null}
      </Look>
    </Page>
  );
}
