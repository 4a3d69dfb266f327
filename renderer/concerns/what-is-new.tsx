import { useState } from 'react';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import type { EventId } from '../../shared/domain/ids.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { dateAndTime } from '../words/dates.ts';
import { chronologyOf } from './chronology.ts';
import { entriesAfter } from './entries.ts';

interface Props {
  readonly page: ConcernPage;
  /** The newest entry that somebody had before them when they began. */
  readonly since: EventId;
}

/**
 * What was added to a concern while somebody was writing. With this on the page they have read up to `page.newest`, and
 * may say so when they save.
 */
export function WhatIsNew({ page, since }: Props) {
  const { nameOf } = useSignedIn();
  // Later news go under this first one, so that nothing somebody is reading moves away.
  const [began] = useState(since);
  const fresh = entriesAfter(page.entries, began);
  if (fresh.length === 0) return null;
  const happenings = chronologyOf({ ...page, entries: fresh }, nameOf);
  return (
    <div role="status">
      <Card title="New since you began: read this, then save">
        <Timeline
          compact
          entries={happenings.map(({ key, title, text, by, recordedAt }) => ({
            key,
            tone: 'plum',
            icon: 'note',
            kind: title,
            when: dateAndTime(recordedAt),
            ...(text !== '' && { body: text }),
            by: `Recorded by ${by}`,
          }))}
        />
      </Card>
    </div>
  );
}
