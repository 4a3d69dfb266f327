import { expect, it } from 'vitest';
import { webPreferences } from '../../../electron/security/web-preferences.ts';

it('a page is a page and nothing else, setting by setting', () => {
  const session = {} as Electron.Session; // `as`: it is passed on and not looked at.
  const { session: given, ...settings } = webPreferences('/app/preload.cjs', session);
  expect(given).toBe(session);
  expect(settings).toEqual({
    preload: '/app/preload.cjs',
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
    spellcheck: false,
    backgroundThrottling: false,
    devTools: false,
  });
});
