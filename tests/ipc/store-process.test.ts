import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concernForm } from '../factories/forms.ts';
import { StoreProcess } from '../factories/store-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const passphrase = 'four invented words here';
const founder = { name: 'J Sedley', initials: 'JS', passphrase };

describe.each(['source', 'build'] as const)('the store process, from its %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'practice-log-process-'));
  const place = { folder: join(folder, 'store'), profile: join(folder, 'profile') };
  let entry = `${root}/electron/store-process.ts`;

  beforeAll(async () => {
    if (kind === 'source') return;
    // Inside the project, so that the addon is found; a name of its own, so that no other build is in its way.
    const outDir = join(root, 'dist', `test-${process.pid}`);
    await build({ configFile: `${root}/build/config/vite.main.config.ts`, logLevel: 'error', build: { outDir } });
    entry = join(outDir, 'store-process.js');
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(join(root, 'dist', `test-${process.pid}`), { recursive: true, force: true });
  });

  it('makes a log, unlocks it, saves, exports and ends when it is locked', async () => {
    using store = new StoreProcess(entry, place);
    const made = await store.ask('store.create', { name: 'Harrowmere PCN', demo: true, founder });
    expect(made).toMatchObject({ ok: true });
    const status = await store.ask('store.status', {});
    expect(status).toMatchObject({ ok: true, value: { signIns: [{ label: 'JS' }] } });
    const staff = (status as { value: { signIns: { staff: string }[] } }).value.signIns[0]?.staff;

    expect(await store.ask('store.unlock', { staff, passphrase })).toMatchObject({ ok: true, value: { staff } });
    expect(await store.ask('register.addPractice', { name: 'Alderfield' })).toMatchObject({ ok: true });
    expect(await store.ask('audit.export', { from: null, to: null, why: 'Inspection', folder })).toMatchObject({
      ok: true,
    });
    expect(readdirSync(folder).filter((name) => name.endsWith('.zip'))).toHaveLength(1);
    expect(store.progress.length).toBeGreaterThan(0);
    await store.ask('concerns.raise', concernForm('Bea', null));
    await store.ask('register.changeSetting', { change: { setting: 'idle-minutes', value: 3 } });
    const openingHours = { days: [1, 2, 3, 4, 5], from: '08:00', until: '18:30' };
    const one = { waiting: 1, since: expect.any(String) as string };
    // Once for each change of it, and no more: numbers, times and settings, for main and the locked screen.
    await expect
      .poll(() => store.forMain)
      .toEqual([
        { waiting: { waiting: 0, since: null }, idleMinutes: 5, openingHours },
        { waiting: one, idleMinutes: 5, openingHours },
        { waiting: one, idleMinutes: 3, openingHours },
      ]);

    expect(await store.ask('store.lock', {})).toEqual({ ok: true, value: null });
    expect(await store.exited).toBe(0);
    expect(store.stderr).toBe('');
  });

  it('opens what it saved in a new process, and drops messages that are no request', async () => {
    using store = new StoreProcess(entry, place);
    for (const junk of [null, 'hello', { id: -1, call: 'store.status', input: {} }, { id: 1, call: 7 }])
      store.send(junk);
    const status = await store.ask('store.status', {});
    const staff = (status as { value: { signIns: { staff: string }[] } }).value.signIns[0]?.staff;
    expect(await store.ask('register.show', {})).toEqual({ ok: false, failure: { kind: 'locked' } });
    await store.ask('store.unlock', { staff, passphrase });
    expect(await store.ask('register.show', {})).toMatchObject({
      ok: true,
      value: { practices: [{ name: 'Alderfield' }] },
    });
  });
});
