import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { Card } from '../../ui/card.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { dateAndTime, longDate } from '../../words/dates.ts';
import { groundsWords, type SharingDecision, sharedWords, toldWords } from './words.ts';

interface Props {
  readonly page: ConcernPage;
}

export function Advice({ page }: Props) {
  const { nameOf } = useSignedIn();
  const { advice } = page.state.course;
  if (advice.length === 0) return null;
  return (
    <Card title="Advice">
      <Timeline
        label="Advice, newest first"
        compact
        entries={advice.toReversed().map(({ event, from, takenAt, advice: words, by, at }) => ({
          key: event,
          tone: 'purple',
          icon: 'talk',
          kind: 'Advice',
          when: dateAndTime(takenAt),
          title: from,
          body: words,
          by: `Recorded by ${nameOf(by)} on ${dateAndTime(at)}`,
        }))}
      />
    </Card>
  );
}

export function Reviews({ page }: Props) {
  const { nameOf } = useSignedIn();
  const { reviews } = page.state.course;
  if (reviews.length === 0) return null;
  return (
    <Card title="Reviews">
      <Timeline
        label="Reviews, newest first"
        compact
        entries={reviews.toReversed().map(({ event, found, nextOn, by, at }) => ({
          key: event,
          tone: 'green',
          icon: 'check',
          kind: 'Review',
          when: dateAndTime(at),
          title: nextOn === null ? 'No next review' : `Next review ${longDate(nextOn)}`,
          body: found,
          by: `Reviewed by ${nameOf(by)}`,
        }))}
      />
    </Card>
  );
}

function sharingText({ grounds, detriment, why, told, toldWhy }: SharingDecision): string {
  return [
    grounds.length === 0 ? '' : `It may be shared because: ${groundsWords(grounds)}`,
    why,
    detriment === undefined ? '' : `Why sharing would harm the child more: ${detriment}`,
    `Told the person: ${toldWords[told]}${toldWhy === undefined ? '' : `. ${toldWhy}`}`,
  ]
    .filter(Boolean)
    .join('\n');
}

export function SharingDecisions({ page }: Props) {
  const { nameOf } = useSignedIn();
  const { sharings } = page.state.duties;
  if (sharings.length === 0) return null;
  return (
    <Card title="Sharing decisions">
      <Timeline
        label="Sharing decisions, newest first"
        compact
        entries={sharings.toReversed().map((sharing) => ({
          key: sharing.event,
          tone: 'plum',
          icon: 'scales',
          kind: 'Sharing decision',
          when: dateAndTime(sharing.at),
          title: sharedWords(sharing),
          body: sharingText(sharing),
          by: `Decided by ${nameOf(sharing.by)}`,
        }))}
      />
    </Card>
  );
}
