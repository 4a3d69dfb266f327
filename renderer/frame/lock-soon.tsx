import { useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

/** A minute before an idle log locks. The countdown is seen each second and said twice. */
export function LockSoon({ seconds, onKeep }: { readonly seconds: number; readonly onKeep: () => void }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => Math.max(now - 1, 0)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Dialog title="The log will lock soon" onClose={onKeep}>
      <p aria-hidden="true">The log locks in {left} seconds. What you have written is kept as a draft.</p>
      <VisuallyHidden>
        <p aria-live="polite">{left <= 20 ? 'The log locks in 20 seconds.' : 'The log locks in 60 seconds.'}</p>
      </VisuallyHidden>
      <Button onClick={onKeep}>Keep working</Button>
    </Dialog>
  );
}
