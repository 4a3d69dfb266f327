import type { Page } from '@playwright/test';
import type { Answer } from '../../shared/contract/failures.ts';
import type { LogClient } from '../../shared/contract/index.ts';
import type { Bridge } from '../../shared/contract/window.ts';

/** Asks the log as a page can, past its screens. */
export function askRaw(page: Page, call: string, input: unknown = {}): Promise<Answer<unknown>> {
  return page.evaluate(
    ([name, given]) => (globalThis as unknown as { practiceLog: Bridge }).practiceLog.ask(name, given),
    [call, input] as const,
  );
}

type Value<G extends keyof LogClient, C extends keyof LogClient[G]> = LogClient[G][C] extends (
  input: never,
) => Promise<Answer<infer Given>>
  ? Given
  : never;

/** Resolves once main has answered the page: it has done what the page sent before, and the page has what it sent before. */
export async function heard(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as { practiceLog: Bridge }).practiceLog.window.state());
}

/** What the log answers to a page; throws when it is a failure. */
export async function ask<G extends keyof LogClient, C extends keyof LogClient[G]>(
  page: Page,
  group: G,
  call: C,
  input: unknown = {},
): Promise<Value<G, C>> {
  const answer = await askRaw(page, `${group}.${String(call)}`, input);
  if (!answer.ok) throw new Error(`${group}.${String(call)}: ${JSON.stringify(answer.failure)}`);
  return answer.value as Value<G, C>; // `as`: the contract's own output of this call.
}
