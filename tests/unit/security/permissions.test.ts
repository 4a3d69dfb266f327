import { expect, it } from 'vitest';
import { refusePermissions } from '../../../electron/security/permissions.ts';

type Handlers = Parameters<typeof refusePermissions>[0];
type Given<Name extends keyof Handlers> = NonNullable<Parameters<Handlers[Name]>[0]>;

const permissions = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'media',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'usb',
  'unknown',
  'of a later Chromium',
];

function handlers() {
  const given: { request?: unknown; check?: unknown; device?: unknown } = {};
  refusePermissions({
    setPermissionRequestHandler: (handler) => (given.request = handler),
    setPermissionCheckHandler: (handler) => (given.check = handler),
    setDevicePermissionHandler: (handler) => (given.device = handler),
  });
  return {
    request: given.request as Given<'setPermissionRequestHandler'>,
    check: given.check as Given<'setPermissionCheckHandler'>,
    device: given.device as Given<'setDevicePermissionHandler'>,
  };
}

it.each(permissions)('%s is neither given nor said to be given', (permission) => {
  const { request, check } = handlers();
  const answers: boolean[] = [];
  request({} as never, permission as never, (given) => answers.push(given), {} as never);
  expect(answers).toEqual([false]);
  expect(check(null, permission as never, 'app://log', {} as never)).toBe(false);
});

it.each(['hid', 'serial', 'usb'] as const)('no %s device is given', (deviceType) => {
  expect(handlers().device({ deviceType, origin: 'app://log', device: {} as never })).toBe(false);
});
