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

interface Downloads {
  on(event: 'will-download', listener: (event: { preventDefault(): void }) => void): unknown;
}

/** A page writes no file: a download would lie readable in a folder that nobody chose. */
export function refuseDownloads(session: Downloads): void {
  session.on('will-download', (event) => event.preventDefault());
}
