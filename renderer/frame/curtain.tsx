import { useEffect, useId, useRef, useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import { Kept } from './kept.tsx';

const lockAfter = 60;

function isAnotherOpened({ target }: MutationRecord, ours: Element): boolean {
  return target !== ours && target instanceof HTMLDialogElement && target.open;
}

/** In the top layer over everything: over each open dialog, and over one that opens later. */
function useOverEverything() {
  const curtain = useRef<HTMLDialogElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const element = curtain.current;
    if (element === null) return undefined;
    const raise = (): void => {
      element.close();
      element.showModal();
      button.current?.focus();
    };
    raise();
    // The dialog that was opened last lies on top. It is told of before anything is painted.
    const watch = new MutationObserver((records) => {
      if (records.some((record) => isAnotherOpened(record, element))) raise();
    });
    watch.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['open'] });
    return () => {
      watch.disconnect();
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return { curtain, button };
}

/** No key reaches what lies under the curtain. The one that locks still does. */
function useNoKeys(onLock: () => void): void {
  useEffect(() => {
    const stop = (event: KeyboardEvent): void => {
      event.stopImmediatePropagation();
      const locks = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'l';
      if (event.type !== 'keydown' || !locks) return;
      event.preventDefault();
      onLock();
    };
    for (const type of ['keydown', 'keyup'] as const) addEventListener(type, stop, { capture: true });
    return () => {
      for (const type of ['keydown', 'keyup'] as const) removeEventListener(type, stop, { capture: true });
    };
  }, [onLock]);
}

interface Props {
  readonly onShow: () => void;
  readonly onLock: () => void;
  readonly onTooLong: () => void;
}

/** Covers everything at once, for somebody walking in. After a minute the log locks. */
export function Curtain({ onShow, onLock, onTooLong }: Props) {
  const id = useId();
  const [left, setLeft] = useState(lockAfter);
  const { curtain, button } = useOverEverything();
  useNoKeys(onLock);
  useEffect(() => {
    const title = document.title;
    document.title = 'Screen hidden';
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1_000);
    return () => {
      clearInterval(timer);
      document.title = title;
    };
  }, []);
  useEffect(() => {
    if (left <= 0) onTooLong();
  }, [left, onTooLong]);
  return (
    // Esc takes no curtain away: whoever walks in may press it.
    <dialog ref={curtain} className="curtain" aria-labelledby={id} onCancel={(event) => event.preventDefault()}>
      <div className="curtain__inner">
        <Icon name="hide" />
        <h1 id={id}>Screen hidden</h1>
        <p>
          The log locks in <span aria-hidden="true">{Math.max(left, 0)} seconds.</span>
          <span className="nhsuk-u-visually-hidden">a minute.</span>
        </p>
        <Kept />
        <button type="button" className="nhsuk-button" ref={button} onClick={onShow}>
          Show the screen
        </button>
      </div>
    </dialog>
  );
}
