import { app, BrowserWindow, protocol, session } from 'electron';

// The least that an app can be on this host: one window with one heading. What ours takes longer is ours.
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
async function showEmptyWindow(): Promise<void> {
  const ours = session.fromPartition('empty');
  ours.protocol.handle(
    'app',
    () =>
      new Response('<!doctype html><title>Empty</title><h1>Empty</h1>', { headers: { 'content-type': 'text/html' } }),
  );
  const preload = new URL('./empty-preload.cjs', import.meta.url).pathname;
  await new BrowserWindow({ webPreferences: { session: ours, preload } }).loadURL('app://log/index.html');
}

void app.whenReady().then(showEmptyWindow);
