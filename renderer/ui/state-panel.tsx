import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'good' | 'waiting' | 'bad';

interface Props {
  /** What it is the state of, for screen readers. */
  readonly label: string;
  readonly tone: Tone;
  readonly title: string;
  readonly words: ReactNode;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

const icons: Readonly<Record<Tone, IconName>> = { good: 'check', waiting: 'clock', bad: 'warning' };

/** How something stands that everything else relies on: in colour, by a sign, and in words. */
export function StatePanel({ label, tone, title, words, action, children }: Props) {
  return (
    <section className={tone === 'good' ? 'integrity' : `integrity integrity--${tone}`} aria-label={label}>
      <span className="integrity__disc">
        <Icon name={icons[tone]} />
      </span>
      <div>
        <h2>{title}</h2>
        <p>{words}</p>
        {children}
      </div>
      {action}
    </section>
  );
}
