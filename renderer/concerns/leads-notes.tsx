import { useState } from 'react';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import type { LeadsNotes } from '../../shared/contract/leads-notes.ts';
import { log } from '../api.ts';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Flag } from '../ui/notices.tsx';
import { dateAndTime } from '../words/dates.ts';
import { useNames } from './who-reads.tsx';
import { WhyDialog } from './why-dialog.tsx';

type Concern = Pick<ConcernPage, 'concern'>;

function NotOpen({ notOpen }: Pick<LeadsNotes, 'notOpen'>) {
  if (notOpen === 0) return null;
  return (
    <Flag>
      <p>
        <strong>There are leads’ notes about this person that you cannot read yet.</strong> Another lead or deputy who
        reads them gives you access by signing in.
      </p>
    </Flag>
  );
}

function Notes({ said: { notes, readers, notOpen } }: { readonly said: LeadsNotes }) {
  const { nameOf } = useSignedIn();
  const names = useNames();
  return (
    <>
      <p>
        <strong>Only safeguarding leads and deputies read this.</strong> Now: {names(readers)}.
      </p>
      <NotOpen notOpen={notOpen} />
      {notes.length === 0 && notOpen === 0 ? <p>Nobody has written a note yet.</p> : null}
      {notes.length === 0 ? null : (
        <ul className="nhsuk-list">
          {notes.map(({ event, by, at, note }) => (
            <li key={event}>
              <span className="prewrap">{note}</span>
              <br />
              <span className="small muted">
                {nameOf(by)}, {dateAndTime(at)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function WriteNote({ concern, onClose }: Concern & { readonly onClose: () => void }) {
  return (
    <WhyDialog
      title="Write a leads’ note"
      ask="Your note"
      missing="Enter your note"
      save="Save note"
      onSave={(note) => log.concerns.addLeadsNote({ concern, note })}
      onClose={onClose}
    >
      <p>Only safeguarding leads and deputies read it. You cannot change it later, but you can write another.</p>
    </WhyDialog>
  );
}

/** What those who decide write for each other. Shown to them alone, and left out of what is printed. */
export function LeadsNotesCard({ page }: { readonly page: ConcernPage }) {
  const { concern, mayDecide, practiceRun, state } = page;
  // Beside a restricted concern the log keeps none: they would tell that it is there.
  return mayDecide && !practiceRun && state.restricted === undefined ? <Shown concern={concern} /> : null;
}

function Shown({ concern }: Concern) {
  const at = useLook('concerns', 'leadsNotes', { concern });
  const [writing, setWriting] = useState(false);
  return (
    <div className="no-print">
      <Card title="Leads’ notes">
        <Look at={at} what="the leads’ notes">
          {(said) => <Notes said={said} />}
        </Look>
        <Button kind="secondary" onClick={() => setWriting(true)}>
          Write a leads’ note
        </Button>
      </Card>
      {writing ? <WriteNote concern={concern} onClose={() => setWriting(false)} /> : null}
    </div>
  );
}
