import { type ReactNode, useState } from 'react';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { log } from '../../api.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Flag } from '../../ui/notices.tsx';
import { dateAndTime } from '../../words/dates.ts';
import { WhyDialog } from '../why-dialog.tsx';

interface Props {
  readonly page: ConcernPage;
}

/** Those who decide, and whoever raised it. */
export function mayMarkInError({ mayDecide, state }: ConcernPage, me: ConcernPage['state']['raisedBy']): boolean {
  return mayDecide || state.raisedBy === me;
}

export function EnterInError({ page: { concern } }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <LinkButton onClick={() => setAsking(true)}>Mark as entered in error</LinkButton>
      {asking && (
        <WhyDialog
          title="Mark as entered in error"
          ask="What is wrong with it?"
          missing="Enter why it was entered in error"
          save="Mark as entered in error"
          onSave={(why) => log.concerns.enterInError({ concern, why })}
          onClose={() => setAsking(false)}
        >
          <p>
            Use this when it was raised about the wrong person, or never should have been. Nothing is deleted: it shows
            struck through, with your reason.
          </p>
          <p>It is no longer open, and nobody is asked to act on it.</p>
        </WhyDialog>
      )}
    </>
  );
}

function InError({ page, words }: Props & { readonly words: ReactNode }) {
  const { register } = useSignedIn();
  const [asking, setAsking] = useState(false);
  return (
    <Flag>
      {words}
      {mayMarkInError(page, register.me) && (
        <p className="no-print">
          <LinkButton onClick={() => setAsking(true)}>Take this mark back</LinkButton>
        </p>
      )}
      {asking && (
        <WhyDialog
          title="Take back the mark “entered in error”"
          ask="Why was it no error?"
          missing="Enter why it was no error"
          save="Take the mark back"
          onSave={(why) => log.concerns.takeErrorBack({ concern: page.concern, why })}
          onClose={() => setAsking(false)}
        >
          <p>The concern stands again as it did before. The mark and both reasons stay in the log.</p>
        </WhyDialog>
      )}
    </Flag>
  );
}

/** Over every part of a concern that was entered in error: why, and who says so. */
export function InErrorNotice({ page }: Props) {
  const { nameOf } = useSignedIn();
  const { inError } = page.state.course;
  if (inError === null) return null;
  return (
    <InError
      page={page}
      words={
        <>
          <p>
            <strong>Entered in error.</strong> <span className="prewrap">{inError.why}</span>
          </p>
          <p className="small muted">
            Marked by {nameOf(inError.by)} on {dateAndTime(inError.at)}
          </p>
        </>
      }
    />
  );
}
