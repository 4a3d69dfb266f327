import { useEffect, useRef, useState } from 'react';
import { Icon } from '../ui/icon.tsx';

const lockAfter = 60;

/** Covers everything at once, for somebody walking in. After a minute the log locks. */
export function Curtain({ onShow, onLock }: { readonly onShow: () => void; readonly onLock: () => void }) {
  const [left, setLeft] = useState(lockAfter);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const title = document.title;
    document.title = 'Screen hidden';
    button.current?.focus();
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1_000);
    return () => {
      clearInterval(timer);
      document.title = title;
    };
  }, []);
  useEffect(() => {
    if (left <= 0) onLock();
  }, [left, onLock]);
  return (
    <main className="curtain">
      <div className="inner">
        <Icon name="hide" />
        <h1>Screen hidden</h1>
        <p>
          Your work is saved as a draft. The log locks in <span aria-hidden="true">{Math.max(left, 0)} seconds.</span>
          <span className="nhsuk-u-visually-hidden">a minute.</span>
        </p>
        <button type="button" className="nhsuk-button" ref={button} onClick={onShow}>
          Show the screen
        </button>
      </div>
    </main>
  );
}
