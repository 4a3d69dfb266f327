import { Link } from '@tanstack/react-router';
import { differenceInCalendarDays, parseISO } from 'date-fns';
import { useState } from 'react';
import type { AwaitedLine } from '../../shared/contract/concern-duties.ts';
import { isReal } from '../concerns/concern-status.ts';
import { shortPlace } from '../concerns/outside/words.ts';
import { useShownName } from '../initials.ts';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { dateAndTime, dueWords } from '../words/dates.ts';

function silentWords(line: AwaitedLine): string {
  if (line.kind === 'escalation') return `${line.to} has not answered step ${line.step}`;
  return line.acknowledged ? `${shortPlace(line)} has not decided` : `${shortPlace(line)} has not answered`;
}

/** What others outside owe an answer and the day for it has come: somebody has to ask again. */
function isDue({ due }: AwaitedLine, now: Date): boolean {
  return due !== null && differenceInCalendarDays(parseISO(due), now) <= 0;
}

/** Referrals outside and escalations to ask about again: for those who decide, and whoever wrote them down. */
export function AnswersAwaited() {
  const { register, nameOf } = useSignedIn();
  const shown = useShownName();
  const [now] = useState(() => new Date());
  const awaited = useLook('concerns', 'awaited', {});
  return (
    <Look at={awaited} what="answers from outside">
      {(lines) => {
        const mine = lines.filter(
          (line) => isReal(line) && isDue(line, now) && (line.mayDecide || line.by === register.me),
        );
        if (mine.length === 0) return null;
        return (
          <Card title="Ask again outside" flush>
            <WorkList label="Ask again outside">
              {mine.map((line) => {
                const { concern, event, name, reference, by, since, due } = line;
                const { words, late } = dueWords(due ?? since);
                return (
                  <WorkRow
                    key={event}
                    title={
                      <Link to="/concerns/$concern/outside" params={{ concern }}>
                        {shown(name)}: {silentWords(line)}
                      </Link>
                    }
                    meta={
                      <>
                        <span className="nowrap">{reference}</span>, recorded by {nameOf(by)}, since{' '}
                        {dateAndTime(since)}
                      </>
                    }
                    due={words}
                    late={late}
                    action={
                      <Link
                        to="/concerns/$concern/outside"
                        params={{ concern }}
                        className={buttonClass({ small: true })}
                      >
                        Ask again <VisuallyHidden>about {reference}</VisuallyHidden>
                      </Link>
                    }
                  />
                );
              })}
            </WorkList>
          </Card>
        );
      }}
    </Look>
  );
}
