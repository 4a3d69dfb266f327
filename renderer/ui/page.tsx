import classNames from 'classnames';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { focusHeading } from './heading-focus.ts';
import { PageErrorsContext } from './page-errors.ts';

interface Props {
  readonly title: string;
  /** When the title names somebody: the window's title shows in the taskbar and in screen sharing, so it never may. */
  readonly windowTitle?: string;
  /** The title no longer holds. What the page says tells why: a line through it is seen by some only. */
  readonly struck?: boolean;
  /** A small line over the title. */
  readonly caption?: ReactNode;
  /** A line under the title. */
  readonly after?: ReactNode;
  /** Tags and buttons at the right. */
  readonly actions?: ReactNode;
  /** A back link, over everything. */
  readonly back?: ReactNode;
  /** A red edge around the title: it says what somebody has to do now. */
  readonly danger?: boolean;
  /** Which question of several the page asks: when it changes, focus goes to the heading. */
  readonly step?: string | undefined;
  readonly children: ReactNode;
}

const product = 'Practice log';

/** One page: its heading, its window title, and the place for the errors of its forms. */
export function Page(props: Props) {
  const { title, windowTitle, struck = false, caption, after, actions, back, danger = false, step, children } = props;
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [failures, setFailures] = useState(0);
  const errors = useMemo(
    () => ({
      slot,
      failing: () => {
        setFailures((count) => count + 1);
        return () => setFailures((count) => count - 1);
      },
    }),
    [slot],
  );
  const named = `${failures > 0 ? 'Error: ' : ''}${windowTitle ?? title} – ${product}`;
  useEffect(() => {
    document.title = named;
  }, [named]);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    window.scrollTo(0, 0);
    focusHeading();
  }, [step]);
  return (
    <PageErrorsContext value={errors}>
      <div className="nhsuk-width-container nhsuk-main-wrapper">
        {back}
        <div ref={setSlot} />
        <div className={classNames('page-head', danger && 'page-head--danger')}>
          <div className="page-head__title">
            {caption ? <span className="page-caption">{caption}</span> : null}
            <h1 className="nhsuk-heading-l" tabIndex={-1}>
              {struck ? <s>{title}</s> : title}
            </h1>
            {after ? <p className="page-head__after">{after}</p> : null}
          </div>
          {actions ? <div className="page-head__actions">{actions}</div> : null}
        </div>
        {children}
      </div>
    </PageErrorsContext>
  );
}
