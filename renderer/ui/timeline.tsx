import classNames from 'classnames';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { Tag } from './tag.tsx';

export interface TimelineEntry {
  readonly key: string;
  /** Colour, icon and word tell the kind, all three. */
  readonly tone: 'plum' | 'blue' | 'green' | 'purple' | 'grey';
  readonly icon: IconName;
  readonly kind: ReactNode;
  readonly when: ReactNode;
  readonly title?: ReactNode;
  readonly body?: ReactNode;
  readonly by?: ReactNode;
  /** Taken back later: struck through, and said in this word. */
  readonly withdrawn?: string;
}

interface Props {
  readonly label?: string;
  readonly compact?: boolean;
  readonly entries: readonly TimelineEntry[];
}

/** What happened, in order. */
export function Timeline({ label, compact = false, entries }: Props) {
  return (
    <ol className={classNames('timeline', compact && 'timeline--compact')} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.key} className={entry.withdrawn ? 'timeline__withdrawn' : undefined}>
          <span className={`timeline__dot kind--${entry.tone}`}>
            <Icon name={entry.icon} />
          </span>
          <div className="timeline__box">
            <div className="timeline__top">
              <span className={`timeline__kind kind--${entry.tone}`}>
                {entry.kind}
                {entry.withdrawn ? <Tag colour="grey">{entry.withdrawn}</Tag> : null}
              </span>
              <span className="timeline__when">{entry.when}</span>
            </div>
            {entry.title ? <p className="timeline__title">{entry.title}</p> : null}
            {entry.body ? <div className="timeline__body prewrap">{entry.body}</div> : null}
            {entry.by ? <p className="timeline__by">{entry.by}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
