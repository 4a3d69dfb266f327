import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { OutOfHoursNumbers, useIsClosed } from '../register/out-of-hours.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Details } from '../ui/details.tsx';
import { useNow } from '../use-now.ts';
import { phoneScript } from './phone-script.ts';
import { useNames } from './who-reads.tsx';

/** Words to read down the phone, and whom to ring. It has no name in it: somebody may overhear. */
export function PhoneScript({ page }: { readonly page: ConcernPage }) {
  const { me, categorySentence } = useSignedIn();
  const now = useNow();
  const closed = useIsClosed();
  const names = useNames();
  return (
    <div className="no-print">
      <Details summary="What to say on the phone">
        {closed || page.deciders.length === 0 ? (
          <>
            <p>{closed ? 'The practice is closed now. Ring:' : 'Nobody at this practice reads this log. Ring:'}</p>
            <OutOfHoursNumbers />
          </>
        ) : (
          <p>Ring {names(page.deciders)}. If nobody answers, ring the practice.</p>
        )}
        <blockquote>
          {phoneScript(page, { name: me.name, now, categorySentence }).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </blockquote>
        <p>Then record here whom you told.</p>
      </Details>
    </div>
  );
}
