/** What a telling says about it: whether somebody was reached, and whether the next step is theirs now. */
interface Telling {
  readonly reached: boolean;
  readonly tookOver?: boolean | undefined;
}

/**
 * Whether somebody has to own the next step of a concern at once. Someone who may harm themselves does not wait until
 * a message has been read.
 */
export function needsTakeover(categories: readonly string[]): boolean {
  return categories.includes('suicide-self-harm');
}

/** Whether somebody who was reached owns the next step; null where nobody has to. Stops no save: the screen stays red. */
export function isTakenOver(categories: readonly string[], told: readonly Telling[]): boolean | null {
  return needsTakeover(categories) ? told.some(({ reached, tookOver }) => reached && tookOver === true) : null;
}
