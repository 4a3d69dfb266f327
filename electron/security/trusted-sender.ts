import { isOurs } from './origin.ts';

interface Sender {
  readonly senderFrame: Pick<Electron.WebFrameMain, 'url' | 'parent'> | null;
  readonly sender: { readonly id: number };
}

/** Whether a message comes from the top frame of our own page in our own window: asked before anything is done for it. */
export function isTrusted({ senderFrame, sender }: Sender, contents: { readonly id: number }): boolean {
  return senderFrame !== null && senderFrame.parent === null && sender.id === contents.id && isOurs(senderFrame.url);
}
