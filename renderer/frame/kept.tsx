import { useEffect, useState } from 'react';
import { flushAll } from '../leaving.ts';

/** Saves what is half written as soon as this stands, and says so when it is on the disk; nothing before, and nothing else. */
export function Kept() {
  const [kept, setKept] = useState(false);
  useEffect(() => {
    let here = true;
    void flushAll().then((drafted) => here && setKept(drafted));
    return () => {
      here = false;
    };
  }, []);
  return <p role="status">{kept && 'What you wrote is saved as a draft.'}</p>;
}
