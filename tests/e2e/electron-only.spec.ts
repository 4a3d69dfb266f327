import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { electronBinary, Host } from './host.ts';
import { InElectron } from './host-electron.ts';

// What only Electron itself can show. The stand-in has no sandbox, no isolated world and no web preferences.

const shows = 'the sandbox, context isolation, web preferences, the printed PDF, the session in memory';

test('Electron keeps the page in its sandbox', async () => {
  if (electronBinary() === undefined) console.warn(`SKIPPED: Electron's binary is not here, so nothing shows ${shows}`);
  test.skip(electronBinary() === undefined, `SKIPPED: Electron's binary is not here: ${shows}`);
  const userData = mkdtempSync(join(tmpdir(), 'practice-log-electron-'));
  await using host = new Host(userData);
  const { platform } = host;
  if (!(platform instanceof InElectron)) throw new Error('this is not Electron');
  const page = await host.nextPage();
  const app: ElectronApplication = await platform.app;

  await test.step('web preferences are those that were asked for', async () => {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // `as`: Electron has it for tests such as this one, and does not declare it.
      const asked = contents as unknown as { getLastWebPreferences(): Electron.WebPreferences };
      const { session: _session, ...others } = asked.getLastWebPreferences();
      return others;
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      devTools: false,
    });
  });

  await test.step('the page has neither Node nor the port, and what it got cannot be changed', async () => {
    const got = await page.evaluate(() => {
      const { practiceLog } = globalThis as unknown as { practiceLog: Record<string, unknown> };
      let changed = true;
      try {
        practiceLog['ask'] = null;
        changed = practiceLog['ask'] === null;
      } catch {
        changed = false;
      }
      const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'];
      return { changed, node: names.filter((name) => name in globalThis), origin: location.origin };
    });
    expect(got).toEqual({ changed: false, node: [], origin: 'app://log' });
  });

  await test.step('it prints, and its session is in memory', async () => {
    const { head, persistent, title } = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const pdf = await window?.webContents.printToPDF({ generateTaggedPDF: true });
      return {
        head: pdf?.subarray(0, 5).toString(),
        persistent: window?.webContents.session.isPersistent(),
        title: window?.getTitle(),
      };
    });
    expect({ head, persistent, title }).toEqual({ head: '%PDF-', persistent: false, title: 'Practice log' });
  });
  await host[Symbol.asyncDispose]();
  rmSync(userData, { recursive: true, force: true });
});
