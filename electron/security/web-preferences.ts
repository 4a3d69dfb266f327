/**
 * What a page may be: a page and nothing else. Most of it is Electron's default today; it is written out so that a test
 * can compare it and a later default cannot change it (Electron's security tutorial, items 2 to 4, 6 and 8 to 11).
 */
export function webPreferences(preload: string, session: Electron.Session): Electron.WebPreferences {
  return {
    preload,
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Chromium would fetch dictionaries, and what is typed here is nobody's business.
    spellcheck: false,
    // The screens must go on saving drafts and counting down to the lock while another window is in front.
    backgroundThrottling: false,
    devTools: false,
  };
}
