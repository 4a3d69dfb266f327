import { describe, expect, it } from 'vitest';
import { type FolderFacts, refuseUnsafeFolder, unsafeFolder } from '../../../electron/store/safe-folder.ts';

const facts = (path: string, more: Partial<FolderFacts> = {}): FolderFacts => ({
  platform: 'win32',
  path,
  fileSystem: null,
  removable: null,
  env: {},
  ...more,
});
const linux = (path: string, more: Partial<FolderFacts> = {}) => facts(path, { platform: 'linux', ...more });
const mac = (path: string) => facts(path, { platform: 'darwin' });
const env = { OneDriveCommercial: 'C:\\Users\\js\\Work files' };

const refused: readonly (readonly [string, FolderFacts, string])[] = [
  ['a share', facts('\\\\server\\logs'), 'folderNetwork'],
  ['a share with other slashes', facts('//server/logs'), 'folderNetwork'],
  ['NFS', linux('/srv/log', { fileSystem: 0x6969 }), 'folderNetwork'],
  ['SMB', linux('/srv/log', { fileSystem: 0xfe534d42 }), 'folderNetwork'],
  ['CIFS, as a signed number', linux('/srv/log', { fileSystem: 0xff534d42 | 0 }), 'folderNetwork'],
  ['OneDrive', facts('C:\\Users\\js\\OneDrive\\log'), 'folderSynced'],
  ['OneDrive of an employer', facts('C:\\Users\\js\\OneDrive - Harrowmere\\log'), 'folderSynced'],
  ['OneDrive under another name', facts('c:\\users\\JS\\work files\\log', { env }), 'folderSynced'],
  ['Dropbox', linux('/home/js/Dropbox/log'), 'folderSynced'],
  ['Google Drive', mac('/Users/js/Google Drive/log'), 'folderSynced'],
  ['iCloud', mac('/Users/js/Library/Mobile Documents/com~apple~CloudDocs/log'), 'folderSynced'],
  ['a stick', linux('/media/js/STICK/log'), 'folderRemovable'],
  ['a stick by its disk', linux('/srv/log', { removable: true }), 'folderRemovable'],
  ['a stick by its format', linux('/mnt/log', { fileSystem: 0x4d44 }), 'folderRemovable'],
  ['a disk that was mounted', mac('/Volumes/STICK/log'), 'folderRemovable'],
];

describe('a log does not lie on', () => {
  it.each(refused)('%s', (_what, found, problem) => {
    expect(unsafeFolder(found)).toBe(problem);
    expect(() => refuseUnsafeFolder('anywhere', () => found)).toThrow(problem);
  });

  it.each([
    facts('C:\\Users\\js\\AppData\\Local\\Practice log\\log', { env }),
    facts('C:\\Users\\js\\Work files of mine\\log', { env }),
    linux('/home/js/.config/Practice log', { fileSystem: 0xef53, removable: false }),
    linux('/tmp/x', { fileSystem: 0x01021994 }),
    mac('/Users/js/Library/Application Support/Practice log'),
  ])('%o, where it may', (found) => {
    expect(unsafeFolder(found)).toBeNull();
  });
});
