import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DangerNow } from '../register/danger-now.tsx';
import { Guide } from '../ui/notices.tsx';
import { notTheRecord } from '../words/always-true.ts';

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
export function RaiseHelp({ children }: { readonly children?: ReactNode }) {
  return (
    <div className="sticky-col">
      <DangerNow />
      <Guide title="Write good notes">
        <ul>
          <li>Write facts: what you saw and heard, in order</li>
          <li>Use the person’s own words, in quotation marks</li>
          <li>Say what is your opinion</li>
          <li>You can raise a concern with only the facts you have</li>
        </ul>
      </Guide>
      <NotTheRecord />
      {children}
    </div>
  );
}

export function NotTheRecord() {
  return (
    <Guide title="The GP record">
      <p>{notTheRecord}</p>
    </Guide>
  );
}
