import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { StoreStatus } from '../../shared/contract/store.ts';
import { StoreProcess } from '../factories/store-process.ts';

const entry = fileURLToPath(new URL('../../electron/store-process.ts', import.meta.url));

/** Asks until it has happened: what another process does tells nobody when. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 20));
}

// Making it types some sixty passphrases, which takes minutes on a busy computer.
describe('the demonstration log, made by the store process', { timeout: 900_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), 'practice-log-demonstration-'));
  const place = { folder: join(root, 'demonstration'), profile: join(root, 'profile') };

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('that is killed half way has left no log', async () => {
    {
      using store = new StoreProcess(entry, place);
      void store.ask('store.createDemo', {});
      await until(() => store.progress.length > 2);
      store.child.kill('SIGKILL');
      await store.exited;
    }
    expect(readdirSync(root)).toContain('demonstration.making');
    using store = new StoreProcess(entry, place);
    expect(await store.ask('store.status', {})).toEqual({ ok: false, failure: { kind: 'store', problem: 'noStore' } });
    const numbers = await store.ask('store.phoneNumbers', {});
    expect(numbers).toMatchObject({ ok: true, value: [{ phone: '999' }, { phone: '111' }, { phone: '101' }] });
  });

  it('is made whole the next time, opens for everybody with what it says, and shows its numbers at once', async () => {
    {
      using store = new StoreProcess(entry, place);
      expect(await store.ask('store.createDemo', {})).toEqual({ ok: true, value: null });
      expect(store.progress.map(({ what }) => what)).toContain('Making the demonstration log');
      const { done, total } = store.progress.at(-1) ?? { done: 0, total: 1 };
      expect(done).toBe(total);
      expect(store.stderr).toBe('');
      const numbers = await store.ask('store.phoneNumbers', {});
      expect(JSON.stringify(numbers)).toContain('Harrowmere council');
    }
    expect(existsSync(`${place.folder}.making`)).toBe(false);
    using store = new StoreProcess(entry, place);
    const { value: status } = (await store.ask('store.status', {})) as { value: StoreStatus };
    const people = status.demonstration?.people ?? [];
    expect(people.map(({ staff }) => staff).toSorted()).toEqual(status.signIns.map(({ staff }) => staff).toSorted());
    const amina = people.find(({ name }) => name === 'Amina Q.');
    const { staff, passphrase } = amina ?? {};
    expect(await store.ask('store.unlock', { staff, passphrase })).toMatchObject({ ok: true, value: { staff } });
    expect(await store.ask('register.show', {})).toMatchObject({ ok: true, value: { demo: true, me: staff } });
  });
});
