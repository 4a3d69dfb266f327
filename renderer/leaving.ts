/** Saves what is half written. Resolves to whether something is kept as a draft. */
type Flusher = () => Promise<boolean>;

const flushers = new Set<Flusher>();

/** Whatever is being written registers here, so that a lock can ask for it. @returns how to take it back */
export function beforeLeaving(flusher: Flusher): () => void {
  flushers.add(flusher);
  return () => void flushers.delete(flusher);
}

/** Saves everything that is half written. */
export async function flushAll(): Promise<boolean> {
  const kept = await Promise.all([...flushers].map((flush) => flush()));
  return kept.some(Boolean);
}

/** Saves what is half written, and asks when that fails. Resolves to whether the page may be left. */
type Guard = () => Promise<boolean>;

const guards = new Set<Guard>();

/** A form that may hold words which are kept nowhere else registers here. @returns how to take it back */
export function beforeGoing(guard: Guard): () => void {
  guards.add(guard);
  return () => void guards.delete(guard);
}

/** For ways to another page that the router does not guard: going back. */
export async function mayGo(): Promise<boolean> {
  for (const guard of guards) if (!(await guard())) return false;
  return true;
}
