import { handlers, projections } from '../../electron/features.ts';
import type { Context } from '../../electron/store/context.ts';
import { type HandlerTable, Router } from '../../electron/store/router.ts';
import { contract } from '../../shared/contract/index.ts';
import { quickKdf, type World } from './world.ts';

type Handle = (input: never, context: Context) => unknown;

/**
 * Gives the world a router like its own that shows the context of the last call. The handlers are the real ones; tests
 * look behind the contract only for what it cannot say, such as the size of the log after a refusal.
 */
export function watch(world: World): () => Context {
  let last: Context | undefined;
  const noticing =
    (handle: Handle): Handle =>
    (input, context) => {
      last = context;
      return handle(input, context);
    };
  const watched = Object.fromEntries(
    Object.entries(handlers).map(([group, calls]) => [
      group,
      Object.fromEntries(Object.entries(calls).map(([name, handle]) => [name, noticing(handle as Handle)])),
    ]),
  ) as HandlerTable; // `as`: the same names with the same handlers behind them.
  world.router.close();
  world.router = new Router({
    place: { folder: world.folder, profile: world.profile },
    contract,
    handlers: watched,
    projections,
    kdf: quickKdf,
    now: () => new Date((world.clock += 1_000)),
    report: (mistake) => world.mistakes.push(mistake),
  });
  return () => {
    if (last === undefined) throw new Error('nothing has been called yet');
    return last;
  };
}
