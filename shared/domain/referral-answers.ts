/** Accepted is not done: somebody still waits for it. Null when nothing was answered. */
export function isWaiting(answer: 'accepted' | 'declined' | 'done' | null): boolean {
  return answer === null || answer === 'accepted';
}
