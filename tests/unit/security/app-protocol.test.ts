import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, registerScheme, serveFiles } from '../../../electron/security/app-protocol.ts';
import { securityHeaders } from '../../../electron/security/content-security-policy.ts';
import { othersUrls } from './urls.ts';

const root = mkdtempSync(join(tmpdir(), 'screens-'));
const screens = join(root, 'renderer');
type Handler = Parameters<Electron.Protocol['handle']>[1];
let answer: Handler;

beforeAll(() => {
  mkdirSync(join(screens, 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.html'), 'secret');
  writeFileSync(join(root, 'main.js'), 'secret');
  writeFileSync(join(screens, 'index.html'), '<!doctype html>');
  writeFileSync(join(screens, 'assets', 'a.js'), 'export {};');
  writeFileSync(join(screens, 'assets', 'a.css'), 'a{}');
  writeFileSync(join(screens, 'assets', 'a.js.map'), '{}');
  writeFileSync(join(screens, 'assets', 'log.db'), 'secret');
  symlinkSync(join(root, 'secret.html'), join(screens, 'link.html'));
  serveFiles(
    {
      handle(scheme, handler) {
        expect(scheme).toBe('app');
        answer = handler;
      },
    },
    filesBelow(screens),
  );
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** As a page's request comes to the handler: only these two of it are looked at. */
async function ask(url: string, method = 'GET'): Promise<Response> {
  return answer({ url, method } as Request); // `as`: a real Request would tidy the URL before we see it.
}

function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries(response.headers);
}

describe('the files of the screens', () => {
  it.each([
    ['app://log/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://log/assets/a.js', 'text/javascript; charset=utf-8', 'export {};'],
    ['app://log/assets/a.css', 'text/css; charset=utf-8', 'a{}'],
    ['app://log/assets/../index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://log/index.html?draft=/../../secret.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://log/index.html#/../../secret.html', 'text/html; charset=utf-8', '<!doctype html>'],
  ])('%s is served with its type and every security header', async (url, type, body) => {
    const response = await ask(url);
    expect({ status: response.status, body: await response.text() }).toEqual({ status: 200, body });
    expect(headersOf(response)).toEqual({ ...securityHeaders, 'content-type': type });
  });
});

describe('nothing else', () => {
  const paths = [
    '/',
    '/assets/',
    '/assets',
    '/missing.html',
    '/../secret.html',
    '/../../../../../../etc/passwd',
    '/..%2fsecret.html',
    '/..%2Fsecret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/..%5csecret.html',
    '/..\\secret.html',
    '/assets/..%2f..%2fsecret.html',
    '/assets%2fa.js',
    '/index%2ehtml',
    '/index.html%00',
    '/index.html/',
    '//index.html',
    '/INDEX.HTML',
    '/link.html',
    '/assets/log.db',
    '/assets/a.js.map',
    '/main.js',
    '/__proto__',
    '/constructor',
    '/C:/Windows/win.ini',
    `/${encodeURIComponent(join(root, 'secret.html'))}`,
  ];
  it.each([...paths.map((path) => `app://log${path}`), ...othersUrls])('%s is not found', async (url) => {
    const response = await ask(url);
    expect({ status: response.status, body: await response.text() }).toEqual({ status: 404, body: '' });
    expect(headersOf(response)).toEqual(securityHeaders);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'get', ''])('nor by %j', async (method) => {
    expect((await ask('app://log/index.html', method)).status).toBe(404);
  });

  it('also when it appears after the start: the list is made once', async () => {
    writeFileSync(join(screens, 'later.html'), 'later');
    expect((await ask('app://log/later.html')).status).toBe(404);
  });
});

it('gives the scheme the rights of a secure origin and no more', () => {
  registerScheme({
    registerSchemesAsPrivileged: (schemes) =>
      expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true } }]),
  });
  expect.assertions(1);
});

it('a test of the test: the file outside is there to be found', () => {
  expect(readFileSync(join(screens, '../secret.html'), 'utf8')).toBe('secret');
});
