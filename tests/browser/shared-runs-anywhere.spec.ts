import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { contract } from '../../shared/contract/index.ts';
import { dayInEngland } from '../../shared/domain/calendar.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { answers } from './questions.ts';

const outDir = fileURLToPath(new URL('../../dist/test-browser', import.meta.url));
// The policy of the packaged app, as far as scripts go: no inline script, no eval.
const policy = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

test.beforeAll(async () => {
  const input = fileURLToPath(new URL('./page.ts', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, rollupOptions: { input, output: { entryFileNames: 'page.js' } } },
  });
});

test.afterAll(() => rm(outDir, { recursive: true, force: true }));

test('shared/ answers the same in a browser as in Node, under the policy of the app', async ({ page }) => {
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const headers = { 'content-security-policy': policy };
    if (pathname === '/page.js') {
      await route.fulfill({ contentType: 'text/javascript', headers, body: await readFile(`${outDir}/page.js`) });
    } else {
      const body =
        '<!doctype html><html lang="en"><title>Practice log</title><script type="module" src="/page.js"></script></html>';
      await route.fulfill({ contentType: 'text/html', headers, body });
    }
  });
  await page.addInitScript(`
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
  `);
  await page.goto('http://practice-log.test/');

  const body = page.locator('body[data-answers]');
  await expect(body).toHaveAttribute('data-answers', answers({ contract, dayInEngland, referenceOf }));
  await expect(body).toHaveAttribute('data-violations', '');
});
