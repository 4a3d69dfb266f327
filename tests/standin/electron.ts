// The part of `electron` that the app uses, over Chromium and child processes, for machines where its binary cannot be
// had. Each piece is typed against Electron's own declarations (`declared.ts`), so that a change of either does not
// compile, and a test holds the list below against what the app imports.
//
// What it leaves out, and what therefore shows only in Electron (tests/e2e/electron-only.spec.ts):
// - The preload shares the page's world here: no context isolation, no sandbox of Electron's, no web preferences.
// - Permissions, downloads and devices are refused by Chromium's own settings, not by our handlers.
// - Pages come from https://log.localhost through an interception, not from a registered scheme; so no privilege of a
//   scheme is in play. Addresses are translated both ways, and the app sees app:// only.
// - Ports are local sockets and idle time is a number: no Mojo, no power monitor of the system, no session end.
// - Dialogs, menus and the single instance are played by the test; fuses and the integrity of the asar are Electron's.
// - A window has no frame of its own: show, focus and restore are noted and nothing else.
import { app } from './app.ts';
import { dialog, Menu, Notification, powerMonitor } from './around.ts';
import { BrowserWindow } from './browser-window.ts';
import { ipcMain } from './ipc-main.ts';
import { MessageChannelMain } from './ports.ts';
import { protocol, session } from './session.ts';
import { utilityProcess } from './utility-process.ts';

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  Notification,
  powerMonitor,
  protocol,
  session,
  utilityProcess,
};
