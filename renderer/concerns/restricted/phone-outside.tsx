import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { Card } from '../../ui/card.tsx';
import { Flag } from '../../ui/notices.tsx';
import { PhoneInstead, WhoDecides } from '../who-reads.tsx';

/** People outside the practice who can be told without asking anybody here first, with the numbers of this log. */
export function PhoneOutside() {
  return (
    <Card title="Whom to phone outside the practice">
      <p>You can phone each of them without asking anybody here first:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>the Named GP for safeguarding at the integrated care board (ICB)</li>
        <li>about someone who works with children: the council’s designated officer for allegations (LADO)</li>
        <li>about someone who works with adults: the council’s lead for people in a position of trust (PiPoT)</li>
        <li>about how your practice works: the NHS whistleblowing line, or the Care Quality Commission</li>
      </ul>
      <p>
        Numbers that were written down here: <PhoneInstead /> If one is missing, ask the council’s switchboard or 111
        for it.
      </p>
    </Card>
  );
}

/** Nobody here reads it but whoever raises it: then somebody outside has to be told. */
export function OnlyYou() {
  return (
    <>
      <Flag>
        <p>
          <strong>Only you will be able to read this.</strong> Nobody here will know of it or decide about it. Phone
          somebody outside the practice today.
        </p>
      </Flag>
      <PhoneOutside />
    </>
  );
}

/** Who decides about a concern, or whom to phone: of a restricted one that only its author reads, somebody outside. */
export function WhoDecidesHere({ page: { deciders, state } }: { readonly page: ConcernPage }) {
  return state.restricted !== undefined && deciders.length === 0 ? <OnlyYou /> : <WhoDecides deciders={deciders} />;
}
