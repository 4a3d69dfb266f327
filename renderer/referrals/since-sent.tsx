import type { ReactNode } from 'react';
import type { ReferralPage } from '../../shared/contract/referrals.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { lowerFirst } from '../ui/lower-first.ts';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { dateAndTime, longDate } from '../words/dates.ts';
import { howAskedWords, howToldWords } from './course-words.ts';

interface Happened {
  readonly key: string;
  readonly at: string;
  readonly by: ReferralPage['state']['sentBy'];
  readonly title: string;
  readonly more?: ReactNode;
}

/** What was written down since, but for the answers, which have a card of their own. Oldest first. */
function happenedIn({ seen, chased, personTold }: ReferralPage['state'], nameOf: (staff: Happened['by']) => string) {
  const all: readonly Happened[] = [
    ...seen.map(({ event, at, by, who, on, opened }) => ({
      key: event,
      at,
      by,
      title:
        opened === true ? `Opened here by ${nameOf(by)}, ${longDate(on)}` : `Seen by ${who ?? ''}, ${longDate(on)}`,
    })),
    ...chased.map(({ event, at, by, how, on, outcome, replyBy }) => ({
      key: event,
      at,
      by,
      title: `Asked again ${lowerFirst(howAskedWords[how])}, ${longDate(on)}`,
      more: `${outcome}\nNext time: ${longDate(replyBy)}`,
    })),
    ...personTold.map(({ event, at, by, reached, how, on, said, next }) => ({
      key: event,
      at,
      by,
      title: `${reached ? 'The person was told' : 'The person could not be reached'}: ${lowerFirst(howToldWords[how])}, ${longDate(on)}`,
      more: [said, next === undefined ? undefined : `Next: ${next}`].filter(Boolean).join('\n'),
    })),
  ];
  return all.toSorted((one, other) => one.at.localeCompare(other.at));
}

/** Who saw it, when somebody asked again, and when the person was told. */
export function SinceSent({ state }: Pick<ReferralPage, 'state'>) {
  const { nameOf } = useSignedIn();
  const happened = happenedIn(state, nameOf);
  if (happened.length === 0) return null;
  return (
    <Card title="Since it was sent" flush>
      <WorkList label="Since it was sent">
        {happened.map(({ key, at, by, title, more }) => (
          <WorkRow
            key={key}
            title={title}
            meta={
              <>
                {more ? (
                  <>
                    <span className="prewrap">{more}</span>
                    <br />
                  </>
                ) : null}
                Recorded {dateAndTime(at)} by {nameOf(by)}
              </>
            }
          />
        ))}
      </WorkList>
    </Card>
  );
}
