import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuItem } from '../shared/contract/window.ts';

/**
 * The menu shows the shortcuts; the page itself acts on them (`registerAccelerator: false`), so that they are the same
 * with and without a menu bar. Reload and developer tools are not in it.
 */
export function setMenu(chosen: (item: MenuItem) => void): void {
  const item = (label: string, accelerator: string, what: MenuItem): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: false,
    click: () => chosen(what),
  });
  const template: MenuItemConstructorOptions[] = [
    {
      label: 'File',
      submenu: [
        item('Raise a concern', 'CmdOrCtrl+Shift+S', 'raise'),
        item('Record a supervision session', 'CmdOrCtrl+Shift+R', 'record-session'),
        { type: 'separator' },
        item('Print or save PDF', 'CmdOrCtrl+P', 'print'),
        { type: 'separator' },
        item('Hide screen', 'CmdOrCtrl+Shift+H', 'hide'),
        item('Lock', 'CmdOrCtrl+L', 'lock'),
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        item('Today', 'Alt+1', 'today'),
        item('Find', 'CmdOrCtrl+K', 'find'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
      ],
    },
    { role: 'windowMenu' },
    { label: 'Help', submenu: [item('Keyboard shortcuts', 'CmdOrCtrl+/', 'shortcuts')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
