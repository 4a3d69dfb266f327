import { useEffect, useState } from 'react';

const everyHalfMinute = 30_000;

/** The moment it is, again every half minute: for words that say how long something has lasted. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyHalfMinute);
    return () => clearInterval(timer);
  }, []);
  return now;
}
