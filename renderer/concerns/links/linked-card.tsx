import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { log } from '../../api.ts';
import { useShownName } from '../../initials.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../../ui/work-list.tsx';
import { dateAndTime } from '../../words/dates.ts';
import { WhyDialog } from '../why-dialog.tsx';
import { type Linked, linkedWords } from './words.ts';

interface RowProps {
  readonly linked: Linked;
  readonly mayDecide: boolean;
  readonly onTakeBack: (linked: Linked) => void;
}

function LinkedRow({ linked, mayDecide, onTakeBack }: RowProps) {
  const { nameOf } = useSignedIn();
  const shown = useShownName();
  const { concern, reference, name, why, by, at, fromThere } = linked;
  // Written on the other one, it is taken back there.
  const mayTakeBack = mayDecide && !fromThere;
  return (
    <WorkRow
      title={
        <Link to="/concerns/$concern" params={{ concern }}>
          {reference}: {shown(name)}
        </Link>
      }
      meta={
        <>
          {linkedWords(linked)}. <span className="prewrap">{why}</span>
          <br />
          Linked by {nameOf(by)} on {dateAndTime(at)}
        </>
      }
      action={
        mayTakeBack ? (
          <Button small onClick={() => onTakeBack(linked)}>
            Take back<VisuallyHidden> the link to {reference}</VisuallyHidden>
          </Button>
        ) : null
      }
    />
  );
}

/** The concerns that this one is linked to, from either side. A link to one that is not ours to read names nothing. */
export function LinkedCard({ page }: { readonly page: ConcernPage }) {
  const [takingBack, setTakingBack] = useState<Linked | null>(null);
  const { concern, linked, state, mayDecide } = page;
  const read = new Set(linked.map((one) => one.concern));
  const unread = state.course.links.filter(({ to }) => !read.has(to));
  if (linked.length === 0 && unread.length === 0) return null;
  return (
    <>
      <Card title="Linked concerns" flush>
        <WorkList label="Linked concerns">
          {linked.map((one) => (
            <LinkedRow key={one.concern} linked={one} mayDecide={mayDecide} onTakeBack={setTakingBack} />
          ))}
          {unread.map(({ event, as, at }) => (
            <WorkRow
              key={event}
              title="A concern that you cannot read"
              meta={`${linkedWords({ as, fromThere: false })}. Linked on ${dateAndTime(at)}`}
            />
          ))}
        </WorkList>
      </Card>
      {takingBack === null ? null : (
        <WhyDialog
          title={`Take back the link to ${takingBack.reference}`}
          ask="Why do they not belong together?"
          missing="Enter why they do not belong together"
          save="Take back this link"
          onSave={(why) => log.concerns.unlink({ concern, to: takingBack.concern, why })}
          onClose={() => setTakingBack(null)}
        >
          <p>The link is taken back by a new entry. What was linked, and why, stays in the audit trail.</p>
        </WhyDialog>
      )}
    </>
  );
}
