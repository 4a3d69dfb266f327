const { contextBridge } = require('electron');

// The least that a preload is there for.
contextBridge.exposeInMainWorld('empty', {});
