import classNames from 'classnames';
import { type ReactNode, useId } from 'react';
import { Heading, type HeadingLevel } from './heading.tsx';
import { Icon, type IconName } from './icon.tsx';

interface BannerProps {
  readonly kind?: 'success' | 'information';
  /** The bar over it: "Success" or "Important" when not said. */
  readonly title?: string;
  readonly heading?: ReactNode;
  readonly children?: ReactNode;
}

/** What just happened on the page before, or what concerns the whole page. One on a page, never with errors. */
export function Banner({ kind = 'information', title, heading, children }: BannerProps) {
  const id = useId();
  const success = kind === 'success';
  return (
    <div
      className={classNames('nhsuk-notification-banner', success && 'nhsuk-notification-banner--success')}
      role={success ? 'alert' : 'region'}
      aria-labelledby={id}
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id={id}>
          {title ?? (success ? 'Success' : 'Important')}
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">
        {heading ? <p className="nhsuk-notification-banner__heading">{heading}</p> : null}
        {children}
      </div>
    </div>
  );
}

/** A yellow strip: something on this page waits for somebody. */
export function Flag({ children }: { readonly children: ReactNode }) {
  return <div className="flag">{children}</div>;
}

interface TitledProps {
  readonly title: ReactNode;
  readonly level?: HeadingLevel;
  readonly children?: ReactNode;
}

/** Help beside a form. */
export function Guide({ title, level = 2, children }: TitledProps) {
  return (
    <section className="guide">
      <Heading level={level}>{title}</Heading>
      {children}
    </section>
  );
}

interface UrgentProps extends TitledProps {
  readonly contacts?: readonly { readonly who: string; readonly how: ReactNode; readonly more?: string }[];
}

/** What to do and whom to phone when somebody is in danger: always first in the side column. */
export function UrgentPanel({ title, level = 2, contacts = [], children }: UrgentProps) {
  return (
    <section className="urgent">
      <Heading level={level}>{title}</Heading>
      {children}
      {contacts.length > 0 ? (
        <dl>
          {contacts.map(({ who, how, more }) => (
            <div key={who}>
              <dt>{who}</dt>
              <dd>{how}</dd>
              {more === undefined ? null : <dd className="urgent__more">{more}</dd>}
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  );
}

interface InterruptionProps extends TitledProps {
  /** Buttons of kind `reverse`, and links. */
  readonly actions?: ReactNode;
}

/** A blue panel that stops somebody before something risky. Sparingly. */
export function Interruption({ title, level = 1, actions, children }: InterruptionProps) {
  return (
    <div className="interrupt">
      <Heading level={level} className="nhsuk-heading-l">
        {title}
      </Heading>
      {children}
      {actions ? <div className="nhsuk-button-group">{actions}</div> : null}
    </div>
  );
}

interface EmptyProps {
  readonly title: ReactNode;
  readonly level?: HeadingLevel;
  readonly icon?: IconName;
  readonly text?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here: why, and what to do about it. */
export function Empty({ title, level = 2, icon, text, action }: EmptyProps) {
  return (
    <div className="empty">
      {icon ? <Icon name={icon} /> : null}
      <Heading level={level}>{title}</Heading>
      {text ? <p>{text}</p> : null}
      {action}
    </div>
  );
}
