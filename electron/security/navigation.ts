interface Stoppable {
  preventDefault(): void;
}

type Contents = Pick<Electron.WebContents, 'setWindowOpenHandler'> & {
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate' | 'will-attach-webview',
    listener: (event: Stoppable) => void,
  ): unknown;
};

/** The window shows the one page that we load. It never goes elsewhere, opens another window or holds a web view. */
export function stayOnOurPage(contents: Contents): void {
  const stop = (event: Stoppable): void => event.preventDefault();
  contents.on('will-navigate', stop);
  contents.on('will-redirect', stop);
  contents.on('will-frame-navigate', stop);
  contents.on('will-attach-webview', stop);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
