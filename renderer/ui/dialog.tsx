import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import { PageErrorsContext } from './page-errors.ts';

interface Props {
  readonly title: string;
  /** Esc and the cross. Without it, only what stands inside closes the dialog. */
  readonly onClose?: () => void;
  readonly closeLabel?: string;
  readonly children: ReactNode;
}

// Open while it is mounted. Focus goes to the heading, and back to where it was.
function useModal(canClose: boolean) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    element?.showModal();
    heading.current?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    // Chromium lets a second Esc through, whatever `cancel` says, unless closing by keys is off altogether.
    dialog.current?.setAttribute('closedby', canClose ? 'closerequest' : 'none');
  }, [canClose]);
  return { dialog, heading };
}

// What scrolls and holds nothing to tab to could not be scrolled with keys. Of anything shorter nobody stops at the box.
function useScrolls() {
  const body = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = body.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setScrolls(element.scrollHeight > element.clientHeight + 1));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return { body, scrolls };
}

/** A dialog over the page, for as long as the parent renders it. */
export function Dialog({ title, onClose, closeLabel = 'Close', children }: Props) {
  const id = useId();
  const { dialog, heading } = useModal(onClose !== undefined);
  const { body, scrolls } = useScrolls();
  const region = scrolls ? { role: 'region', tabIndex: 0, 'aria-label': title } : {};
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        // Choosing a file also sends `cancel`, from an input inside: that is not ours.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className="dialog__head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {onClose ? (
          <button type="button" className="icon-btn" aria-label={closeLabel} onClick={onClose}>
            <Icon name="close" />
          </button>
        ) : null}
      </div>
      <div ref={body} className="dialog__body" {...region}>
        <PageErrorsContext value={null}>{children}</PageErrorsContext>
      </div>
    </dialog>
  );
}
