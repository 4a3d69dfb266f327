import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { Look, useLook } from '../../look.tsx';
import { Page } from '../../ui/page.tsx';
import { useConcernId } from '../concern-id.ts';
import { PersonOfConcern } from '../person-of-concern.tsx';

interface Props {
  readonly title: string;
  readonly children: (page: ConcernPage) => ReactNode;
}

/** A form of its own about what goes on outside, for everybody who reads the concern. */
export function ReaderPage({ title, children }: Props) {
  const concern = useConcernId();
  const at = useLook('concerns', 'open', { concern });
  return (
    <Look at={at} what="the concern">
      {(page) => (
        <>
          <PersonOfConcern page={page} />
          <Page
            title={title}
            caption={`Concern ${page.reference}`}
            back={
              <Link to="/concerns/$concern/outside" params={{ concern }} className="nhsuk-back-link">
                Back to outside the practice
              </Link>
            }
          >
            {children(page)}
          </Page>
        </>
      )}
    </Look>
  );
}
