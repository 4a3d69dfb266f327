export const enterName = 'Enter who it was sent to.';

/** Whether the kind of place does not say enough: nobody could ask "another service" again. */
export function needsName(destination: string): boolean {
  return destination === 'other';
}

interface Sent {
  readonly answers: readonly { readonly answer: 'acknowledged' | 'accepted' | 'not-accepted' }[];
}

/** Whether a referral outside still waits: nobody answered, or they only said that it came. */
export function isAwaited({ answers }: Sent): boolean {
  const last = answers.at(-1);
  return last === undefined || last.answer === 'acknowledged';
}
