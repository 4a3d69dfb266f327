// The least that every preload does.
require('electron');
