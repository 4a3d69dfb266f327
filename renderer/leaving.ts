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
