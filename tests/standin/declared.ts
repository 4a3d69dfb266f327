/**
 * The events that a piece of the stand-in sends, each held against what Electron declares: one that Electron does not
 * have, or sends with something else, becomes `never`, and then nothing here can send it.
 */
export type Declared<On, Events extends { readonly [Name in keyof Events]: readonly unknown[] }> = {
  [Name in keyof Events]: On extends (event: Name, listener: (...sent: Events[Name]) => void) => unknown
    ? [...Events[Name]]
    : never;
};

/** A function of Electron's as far as the stand-in goes: it takes what Electron's takes, and gives a stand-in. */
export type Like<Function_ extends (...taken: never) => unknown, Given> = (...taken: Parameters<Function_>) => Given;

/** What Electron gives to a listener that may stop something. */
export type Stoppable = Pick<Electron.Event, 'preventDefault' | 'defaultPrevented'>;

/** Sends something that a listener may stop. @returns whether one did */
export function stoppedBy(send: (event: Stoppable) => void): boolean {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  send(event);
  return event.defaultPrevented;
}
