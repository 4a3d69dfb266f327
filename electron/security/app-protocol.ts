import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { securityHeaders } from './content-security-policy.ts';
import { isOurs, scheme } from './origin.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must be called before the app is ready: our scheme is a secure origin with a host, and nothing more. */
export function registerScheme(protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

/** The files of the screens by their path in a URL. Only what is in this list is ever served: paths are not joined. */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => extname(file) in types)
      .map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]),
  );
}

/** Answers every request for a file of the screens, with the security headers, and refuses all others. */
export function serveFiles(protocol: Pick<Electron.Protocol, 'handle'>, files: ReadonlyMap<string, string>): void {
  protocol.handle(scheme, ({ url, method }) => {
    const file = method === 'GET' && isOurs(url) ? files.get(new URL(url).pathname) : undefined;
    if (file === undefined) return new Response(null, { status: 404, headers: securityHeaders });
    const type = types[extname(file)] ?? 'application/octet-stream';
    return new Response(readFileSync(file), { headers: { ...securityHeaders, 'content-type': type } });
  });
}
