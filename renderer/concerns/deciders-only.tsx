import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Banner } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { useConcernId } from './concern-id.ts';
import { PersonOfConcern } from './person-of-concern.tsx';

interface Props {
  readonly title: string;
  /** `again` looks at the concern once more. */
  readonly children: (page: ConcernPage, again: () => void) => ReactNode;
}

function NotYours({ page }: { readonly page: ConcernPage }) {
  const { nameAndRole } = useSignedIn();
  const names = page.deciders.map(nameAndRole);
  return (
    <Banner heading="This is for a safeguarding lead or deputy of the person’s practice">
      <p>
        {names.length === 0
          ? 'Nobody here decides about this concern. Phone the council.'
          : `Ask ${names.join(' or ')}.`}
      </p>
    </Banner>
  );
}

function Allowed({ page, title, again, children }: Props & { readonly page: ConcernPage; readonly again: () => void }) {
  const { concern, reference, mayDecide } = page;
  return (
    <>
      <PersonOfConcern page={page} />
      <Page
        title={title}
        caption={`Concern ${reference}`}
        back={
          <Link to="/concerns/$concern" params={{ concern }} className="nhsuk-back-link">
            Back to concern {reference}
          </Link>
        }
      >
        {mayDecide ? children(page, again) : <NotYours page={page} />}
      </Page>
    </>
  );
}

/** A page about a concern for those who decide about it. Others read who that is. */
export function DecidersOnly({ title, children }: Props) {
  const at = useLook('concerns', 'open', { concern: useConcernId() });
  const again = () => void at.refetch();
  if (at.data === undefined) {
    return (
      <Page title={title}>
        <Look at={at} what="the concern">
          {() => null}
        </Look>
      </Page>
    );
  }
  return (
    <Allowed page={at.data} title={title} again={again}>
      {children}
    </Allowed>
  );
}
