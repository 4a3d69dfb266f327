import { isOurs } from './origin.ts';

interface Requests {
  onBeforeRequest(
    listener: (details: { readonly url: string }, answer: (response: { cancel: boolean }) => void) => void,
  ): void;
}

/** Nothing leaves the computer and nothing comes in: every request but one for our own files is cancelled. */
export function refuseNetwork(session: { readonly webRequest: Requests }): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }));
}
