import { type ReactNode, useEffect, useId, useRef } from 'react';
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

/** A dialog over the page, for as long as the parent renders it. */
export function Dialog({ title, onClose, closeLabel = 'Close', children }: Props) {
  const id = useId();
  const { dialog, heading } = useModal(onClose !== undefined);
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
      <div className="dialog__body">
        <PageErrorsContext value={null}>{children}</PageErrorsContext>
      </div>
    </dialog>
  );
}
