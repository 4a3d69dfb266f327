import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StaffLine } from '../../shared/contract/register.ts';
import type { LeavingPage, Sealed } from '../../shared/contract/staffing.ts';
import { log } from '../api.ts';
import { Look, useLook } from '../look.tsx';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty, Guide } from '../ui/notices.tsx';
import { Page } from '../ui/page.tsx';
import { Problem } from '../ui/problem.tsx';
import { HandOver } from './hand-over.tsx';
import { HasLeft } from './has-left.tsx';
import { Hindrances } from './hindrances.tsx';
import { LastDay } from './last-day.tsx';
import { useStaffLine } from './staff-param.ts';

/** "I looked": what a manager cannot see, whoever reads it says. */
function Check({ page, line }: { readonly page: LeavingPage; readonly line: StaffLine }) {
  const { register } = useSignedIn();
  const saving = useSaving();
  const [said, setSaid] = useState(false);
  const self = line.staff === register.me;
  const say = async (): Promise<void> => {
    const done = await saving.save(() => log.register.checkLeaving({ staff: line.staff }));
    if (done !== undefined) setSaid(true);
  };
  if (said) {
    return (
      <p role="status">
        <strong>Saved.</strong> You said that nothing of {self ? 'yours' : 'theirs'} is open in what you read.
      </p>
    );
  }
  return (
    <>
      <p>Nothing of {self ? 'yours' : 'theirs'} is open in what you read.</p>
      {page.mayCheck && (
        <>
          <p>Say so, because a practice manager cannot see it.</p>
          {saving.problem !== null && <Problem sentence={saving.problem} />}
          <Button small aria-disabled={saving.busy || undefined} onClick={() => void say()}>
            I looked: nothing is open
          </Button>
        </>
      )}
    </>
  );
}

function OpenWork({ page, line }: { readonly page: LeavingPage; readonly line: StaffLine }) {
  const { isSupervisor, isLinkWorker } = useSignedIn();
  return (
    <div id="open-work" tabIndex={-1}>
      <Card title="2. Open work">
        <HandOver page={page} line={line} />
        {page.openWork.length === 0 &&
          (isSupervisor || isLinkWorker || page.mayCheck ? (
            <Check page={page} line={line} />
          ) : (
            <p>
              A manager reads no record about a person, so you cannot see their work. Colleagues who read it hand it
              over, or say here that nothing is open.
            </p>
          ))}
      </Card>
    </div>
  );
}

interface StepsProps {
  readonly page: LeavingPage;
  readonly line: StaffLine;
  readonly onLeft: (left: Sealed) => void;
}

function Steps({ page, line, onLeft }: StepsProps) {
  const { register, isManager } = useSignedIn();
  const self = line.staff === register.me;
  return (
    <div className="layout layout--form">
      <div>
        <Hindrances page={page} line={line} />
        <OpenWork page={page} line={line} />
        <Card title="3. Last day">
          {isManager && !self ? (
            <LastDay page={page} line={line} onLeft={onLeft} />
          ) : (
            <p>
              {self
                ? 'Nobody records their own leaving. A practice manager does it on or after your last day.'
                : 'A practice manager records the last day, once nothing stands in the way.'}
            </p>
          )}
        </Card>
      </div>
      <div>
        <Guide title="What leaving means">
          <p>Whoever leaves cannot sign in, read or write any more. Their roles and the supervision they give end.</p>
          <p>What they wrote stays, with their name and the day they left.</p>
          <p>
            The log gets a new key. A copy of it that they may have kept opens nothing that is written later. What they
            could read before, such a copy still opens.
          </p>
        </Guide>
      </div>
    </div>
  );
}

/** Somebody leaves: what has to be done first, their open work, then the last day. */
export function Leave() {
  const line = useStaffLine();
  return line === undefined ? (
    <Page title="Leaving">
      <Card>
        <Empty title="Nobody here has this page" text="Choose a colleague from the list of who works here." />
      </Card>
    </Page>
  ) : (
    <ForSomebody line={line} />
  );
}

function ForSomebody({ line }: { readonly line: StaffLine }) {
  const { register } = useSignedIn();
  const { staff, name } = line;
  const at = useLook('register', 'leaving', { staff }, line.active);
  const [left, setLeft] = useState<Sealed | null>(null);
  return (
    <Page
      title={staff === register.me ? 'Before you leave' : `${name} leaves`}
      windowTitle="A colleague leaves"
      step={left === null ? 'before' : 'after'}
      back={
        <Link to="/practice/staff/$staff" params={{ staff }} className="nhsuk-back-link">
          Back to {name}
        </Link>
      }
    >
      {left !== null || !line.active ? (
        <HasLeft line={line} left={left} />
      ) : (
        <Look at={at} what="what has to be done first">
          {(page) => <Steps page={page} line={line} onLeft={setLeft} />}
        </Look>
      )}
    </Page>
  );
}
