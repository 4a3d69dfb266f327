import type { Bridge } from '../shared/contract/window.ts';

declare global {
  interface Window {
    /** Put here by the preload. */
    readonly practiceLog: Bridge;
  }
}
