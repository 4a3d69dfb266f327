// The part of `electron` that the app uses, over Chromium and child processes, for machines where its binary cannot be
// had. Each piece is typed against Electron's own declarations, so that a change of either does not compile.
import { app } from './app.ts';
import { dialog, Menu, powerMonitor } from './around.ts';
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
  powerMonitor,
  protocol,
  session,
  utilityProcess,
};
