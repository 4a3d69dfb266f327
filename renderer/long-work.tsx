import { useEffect, useState } from 'react';
import type { Progress as Step } from '../shared/contract/wire.ts';
import { Progress } from './ui/progress.tsx';

const listeners = new Set<(step: Step['progress']) => void>();
let listening = false;

/** How far long work of the log has come, for as long as this stands. */
export function useProgress(): Step['progress'] | null {
  const [step, setStep] = useState<Step['progress'] | null>(null);
  useEffect(() => {
    if (!listening) {
      listening = true;
      window.practiceLog.onProgress((progress) => {
        for (const listener of listeners) listener(progress);
      });
    }
    listeners.add(setStep);
    return () => void listeners.delete(setStep);
  }, []);
  return step;
}

/** Long work of the log, with how far it has come. */
export function LongWork({ label }: { readonly label?: string }) {
  const step = useProgress();
  if (step === null) return null;
  const { what, done, total } = step;
  const count = (n: number): string => n.toLocaleString('en-GB');
  return <Progress label={label ?? what} value={done} max={total} words={`${count(done)} of ${count(total)}`} />;
}
