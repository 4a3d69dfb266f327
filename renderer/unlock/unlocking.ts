/**
 * Says that an unlock is on its way: when the computer is locked or put to sleep meanwhile, the log locks as soon as it is
 * done. Resolves to what `work` gives, undefined when it did not unlock.
 */
export async function unlocking<T>(work: () => Promise<T | undefined>): Promise<T | undefined> {
  void window.practiceLog.window.doing('unlocking');
  const done = await work();
  if (done === undefined) void window.practiceLog.window.doing('nothing');
  return done;
}
