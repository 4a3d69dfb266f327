import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { instantOf } from '../../shared/domain/calendar.ts';
import { decisionDueOn } from '../../shared/domain/concern-deadlines.ts';
import { DangerNow } from '../register/danger-now.tsx';
import { OutOfHours, useIsClosed } from '../register/out-of-hours.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Guide } from '../ui/notices.tsx';
import { useNow } from '../use-now.ts';
import { notTheRecord, recordIsRead } from '../words/always-true.ts';
import { byWhenWords } from './due-words.ts';

interface Restrictable {
  readonly restricted: boolean;
}

/** By when somebody decides about a concern that is raised now; while the practice is closed, whom to phone instead. */
function WhenYouHear({ restricted }: Restrictable) {
  const { concernDeadlines: deadlines, openingHours } = useSignedIn().register.settings;
  const now = useNow();
  if (useIsClosed()) return <OutOfHours />;
  // By no role does anybody decide about it, and perhaps nobody here at all.
  if (restricted) return null;
  const by = byWhenWords(decisionDueOn(instantOf(now), { deadlines, openingHours }), now);
  return (
    <Guide title="When you hear back">
      <p>Somebody decides {by}. If it cannot wait until then, phone first.</p>
    </Guide>
  );
}

/** Where there is no computer. */
export function OnPaper() {
  return (
    <Guide title="No computer where you are going?">
      <p>
        <Link to="/concerns/blank-form">Print a blank form</Link> to take along. It counts when it is typed in here.
      </p>
    </Guide>
  );
}

/** Beside the form: whom to phone first, then how to write. */
export function RaiseHelp({ restricted, children }: Restrictable & { readonly children?: ReactNode }) {
  return (
    <div className="sticky-col">
      <DangerNow />
      <WhenYouHear restricted={restricted} />
      <Guide title="Write good notes">
        <ul>
          <li>Write facts: what you saw and heard, in order</li>
          <li>Use the person’s own words, in quotation marks</li>
          <li>Say what is your opinion</li>
          <li>You can raise a concern with only the facts you have</li>
        </ul>
      </Guide>
      <NotTheRecord restricted={restricted} />
      {children}
    </div>
  );
}

export function NotTheRecord({ restricted }: Restrictable) {
  return (
    <Guide title="The GP record">
      <p>{restricted ? recordIsRead : notTheRecord}</p>
    </Guide>
  );
}
