import type { PortToken } from './ports.ts';

// What main and the browser's driver say to each other. What the page and the store say to each other is not among it.

export type ToDriver =
  | {
      readonly do: 'open';
      readonly preload: string;
      /** The browser's own folder; main clears it away. */
      readonly profile: string;
      readonly width: number;
      readonly height: number;
    }
  | { readonly do: 'load'; readonly url: string }
  | {
      readonly do: 'send';
      readonly channel: string;
      readonly args: readonly unknown[];
      readonly ports: readonly PortToken[];
    }
  | { readonly do: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: string }
  | {
      readonly do: 'file';
      readonly id: number;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    }
  /** What main says to a page that wants to go elsewhere or to open another. */
  | { readonly do: 'allow'; readonly id: number; readonly allowed: boolean }
  | { readonly do: 'pdf'; readonly id: number; readonly footer: string };

export type FromDriver =
  | { readonly say: 'open'; readonly endpoint: string }
  | { readonly say: 'loaded' }
  | { readonly say: 'active' }
  | { readonly say: 'closed' }
  | { readonly say: 'crashed' }
  | {
      readonly say: 'call';
      readonly id: number;
      readonly kind: 'invoke' | 'send';
      readonly channel: string;
      readonly args: readonly unknown[];
      readonly url: string;
      readonly top: boolean;
      /** Whether the page is the window's own, and not another one in the same browser. */
      readonly own: boolean;
    }
  | { readonly say: 'navigates'; readonly id: number; readonly url: string; readonly top: boolean }
  | { readonly say: 'opens'; readonly id: number; readonly url: string }
  | { readonly say: 'wants'; readonly id: number; readonly url: string; readonly method: string }
  | { readonly say: 'pdf'; readonly id: number; readonly bytes: Uint8Array };
