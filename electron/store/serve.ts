import type { FromStore, Reply } from '../../shared/contract/wire.ts';
import { z } from '../../shared/zod.ts';
import type { Router } from './router.ts';

/** The part of a MessagePortMain that serving needs. */
export interface Port {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
  postMessage(message: FromStore): void;
  start(): void;
}

const request = z.strictObject({ id: z.int().min(0), call: z.string().max(200), input: z.unknown() });

/**
 * Answers what comes over a port. A message that is no request is dropped: only a broken or hostile screen sends one,
 * and it has no number that an answer could carry.
 *
 * @param afterLock called once a lock has been answered; the process then has nothing left to do
 */
export function serve(port: Port, router: Router, afterLock: () => void): void {
  const answer = async (message: unknown): Promise<void> => {
    const asked = request.safeParse(message);
    if (!asked.success) return;
    const { id, call, input } = asked.data;
    const reply: Reply = { id, answer: await router.dispatch(call, input) };
    port.postMessage(reply);
    // Whatever the answer: a process that was asked to lock must not live on with the keys.
    if (call === 'store.lock') afterLock();
  };
  port.on('message', ({ data }) => void answer(data));
  port.start();
}
