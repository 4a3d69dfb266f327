// What a test does to the computer around the app: it is the operating system here. Main is a child of the test, and
// these messages come and go over Node's own channel between the two.

export type Control =
  | { readonly os: 'idle'; readonly seconds: number | null }
  | { readonly os: 'power'; readonly event: 'lock-screen' | 'suspend' | 'user-did-resign-active' | 'shutdown' }
  /** The computer's clock goes so many milliseconds ahead of the real one: for main, and for processes that it begins from then on. */
  | { readonly os: 'clock'; readonly ahead: number }
  /** Somebody clicks the newest notification. */
  | { readonly os: 'click-notification' }
  | { readonly os: 'dialog'; readonly path: string | null }
  | { readonly os: 'menu'; readonly label: string }
  | { readonly os: 'crash-page' }
  /** The page's process does not end when it is told to. */
  | { readonly os: 'page-clings' }
  /** Windows asks whether the session may end. */
  | { readonly os: 'session-ends' }
  /** Somebody closes the window with its cross. */
  | { readonly os: 'close-window' }
  | { readonly os: 'quit' };

export type Notice =
  | { readonly now: 'window'; readonly endpoint: string; readonly driver: number }
  | { readonly now: 'to-front' }
  | { readonly now: 'notification'; readonly title: string; readonly body: string }
  | { readonly now: 'store'; readonly pid: number }
  /** The dialog that asks where to save, with the name that the app proposes. */
  | { readonly now: 'save-dialog'; readonly proposed: string }
  /** Whether the app holds up a computer that goes down. */
  | { readonly now: 'held-up'; readonly held: boolean }
  | { readonly now: 'error-box'; readonly title: string };

// Each piece of the stand-in listens for its own.
process.setMaxListeners(30);

type Of<Os extends Control['os']> = Extract<Control, { os: Os }>;

/** Calls `act` when a test does this. */
export function onControl<Os extends Control['os']>(os: Os, act: (control: Of<Os>) => void): void {
  process.on('message', (control: Control) => {
    if (control.os === os) act(control as Of<Os>); // `as`: the line compares what the type says.
  });
}

export function notice(what: Notice): void {
  if (process.connected) process.send?.(what);
}
