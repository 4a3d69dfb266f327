interface Asked {
  readonly answer: 'accepted' | 'declined' | 'done' | null;
  readonly replyBy: string | null;
}

/** Accepted is not done: somebody still waits for it. Null when nothing was answered. */
export function isWaiting(answer: 'accepted' | 'declined' | 'done' | null): boolean {
  return answer === null || answer === 'accepted';
}

/** Whether its sender waits: nobody waits for a reply that was not asked for. */
export function waitsForReply<A extends Asked>(asked: A): asked is A & { readonly replyBy: string } {
  return asked.replyBy !== null && isWaiting(asked.answer);
}

/** What must happen at once cannot go without a reply: nobody would see that it did not happen. */
export function needsReply(urgency: string): boolean {
  return urgency === 'emergency' || urgency === 'same-day';
}

export const replyNeeded = 'Select when you need a reply: what is for today always needs one';
