import { DangerNow } from '../register/danger-now.tsx';
import { Guide } from '../ui/notices.tsx';
import { notTheRecord } from '../words/always-true.ts';

/** Beside the form: whom to phone first, then how to write. */
export function RaiseHelp() {
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
