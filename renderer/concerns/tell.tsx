import { Link, useNavigate } from '@tanstack/react-router';
import { Look, useLook } from '../look.tsx';
import { DangerNow } from '../register/danger-now.tsx';
import { Card } from '../ui/card.tsx';
import { Page } from '../ui/page.tsx';
import { sendsNothing } from '../words/always-true.ts';
import { useConcernId } from './concern-id.ts';
import { PersonOfConcern } from './person-of-concern.tsx';
import { WhoDecidesHere } from './restricted/phone-outside.tsx';
import { TellForm } from './tell-form.tsx';
import { ToldList } from './told-list.tsx';

/** Records that somebody was told of a concern, or could not be reached. */
export function Tell() {
  const concern = useConcernId();
  const navigate = useNavigate();
  const page = useLook('concerns', 'open', { concern });
  const overview = { to: '/concerns/$concern', params: { concern } } as const;
  return (
    <Look at={page} what="the concern">
      {(found) => (
        <>
          <PersonOfConcern page={found} />
          <Page
            title="Record who you told"
            caption={`Concern ${found.reference}`}
            back={
              <Link {...overview} className="nhsuk-back-link">
                Back to the concern
              </Link>
            }
          >
            <div className="layout layout--form">
              <div>
                <WhoDecidesHere page={found} />
                <Card title="Who you told">
                  <p>{sendsNothing}</p>
                  <TellForm concern={found} onTold={() => void navigate({ ...overview, replace: true })} />
                </Card>
                <Card title="Who was told" flush>
                  <ToldList entries={found.entries} />
                </Card>
              </div>
              <div className="sticky-col">
                <DangerNow />
              </div>
            </div>
          </Page>
        </>
      )}
    </Look>
  );
}
