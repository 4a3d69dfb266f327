import { Notification } from 'electron';

/** The one that is shown: Electron forgets the click on one that nobody keeps. */
let shown: Notification | null = null;

/** Says something at the edge of the screen, where anybody may read it: numbers and times, never a name. */
export function notify(body: string, onClick: () => void): void {
  if (!Notification.isSupported()) return;
  shown?.removeAllListeners();
  shown = new Notification({ title: 'Practice log', body });
  shown.on('click', onClick);
  shown.show();
}
