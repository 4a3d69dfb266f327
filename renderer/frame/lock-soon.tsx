import { useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { Kept } from './kept.tsx';

/** A minute before an idle log locks. The countdown is seen each second and said twice. */
export function LockSoon({ seconds, onKeep }: { readonly seconds: number; readonly onKeep: () => void }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => Math.max(now - 1, 0)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Dialog title="The log will lock soon" onClose={onKeep}>
      <p aria-hidden="true">The log locks in {left} seconds.</p>
      <VisuallyHidden>
        <p aria-live="polite">The log locks in {left <= 20 ? Math.min(seconds, 20) : seconds} seconds.</p>
      </VisuallyHidden>
      <Kept />
      <Button onClick={onKeep}>Keep working</Button>
    </Dialog>
  );
}
