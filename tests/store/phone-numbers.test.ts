import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LogClient } from '../../shared/contract/index.ts';
import { found, signIn } from '../factories/folders.ts';
import { failureOf } from '../factories/forms.ts';
import { must, World } from '../factories/world.ts';

type Contact = Parameters<LogClient['register']['setContact']>[0];

const fileOf = (world: World): string => join(world.profile, 'phone-numbers.json');
const phonesOf = async (world: World) => (await must(world.log.store.phoneNumbers({}))).map(({ phone }) => phone);
const contact = (more: object): Contact =>
  ({ contact: 'council', name: 'Council', phone: '01632 960100', checkedOn: '2026-10-01', ...more }) as Contact; // `as`: a day is plain text.
const national = ['999', '111', '101'];

describe('the numbers on a locked log', () => {
  it('are the national ones where there is no log at all', async () => {
    await using world = new World();
    expect(await phonesOf(world)).toEqual(national);
    for (const number of await must(world.log.store.phoneNumbers({}))) expect(number.outOfHours).toBe('Always');
    expect(existsSync(world.folder)).toBe(false);
  });

  it('are ours too once somebody has written them down, and change with them', async () => {
    await using world = new World();
    const { founder } = await found(world);
    await must(signIn(world, founder));
    await must(world.log.register.setContact(contact({ outOfHours: '01632 960199' })));
    await must(
      world.log.register.setContact(
        contact({ contact: 'emergency', name: 'Blue light', phone: ' 9 9 9 ', checkedOn: null }),
      ),
    );
    await world.lock();
    expect(await must(world.log.store.phoneNumbers({}))).toEqual([
      // By its own name, whatever somebody calls it: only a day on which it was checked is ours.
      { name: 'Ambulance, police or fire', phone: '999', outOfHours: 'Always', checkedOn: 'national' },
      { name: 'NHS 111', phone: '111', outOfHours: 'Always', checkedOn: 'national' },
      { name: 'Police, when nobody is in danger now', phone: '101', outOfHours: 'Always', checkedOn: 'national' },
      { name: 'Council', phone: '01632 960100', outOfHours: '01632 960199', checkedOn: '2026-10-01' },
    ]);
    await must(signIn(world, founder));
    await must(world.log.register.setContact(contact({ phone: '01632 960111' })));
    await world.lock();
    expect(await phonesOf(world)).toContain('01632 960111');
  });

  it('come back with the next sign-in when the file is lost or damaged, and are the national ones until then', async () => {
    await using world = new World();
    const { founder } = await found(world);
    await must(signIn(world, founder));
    await must(world.log.register.setContact(contact({})));
    await world.lock();
    const good = readFileSync(fileOf(world), 'utf8');
    const damages = ['', '{', good.slice(0, -9), good.replace('phone-numbers/1', 'phone-numbers/2'), null];
    for (const damage of damages) {
      if (damage === null) rmSync(fileOf(world));
      else writeFileSync(fileOf(world), damage);
      expect(await phonesOf(world)).toEqual(national);
      await must(signIn(world, founder));
      await world.lock();
      expect(await phonesOf(world)).toEqual([...national, '01632 960100']);
    }
  });

  it('hold only services: no note, and nobody who works here', async () => {
    await using world = new World();
    const { founder } = await found(world);
    await must(signIn(world, founder));
    await must(world.log.register.setContact(contact({ note: 'Ask for Canary' })));
    const text = readFileSync(fileOf(world), 'utf8');
    expect(text).not.toMatch(/Canary|Sedley/);
    expect(JSON.parse(text)).toEqual({
      format: 'phone-numbers/1',
      stores: [
        {
          store: expect.any(String),
          numbers: [{ name: 'Council', phone: '01632 960100', outOfHours: null, checkedOn: '2026-10-01' }],
        },
      ],
    });
  });

  it('keep nobody from the log when the profile cannot be written', async () => {
    await using world = new World();
    const { founder } = await found(world);
    writeFileSync(world.profile, 'a file where the folder should be');
    await must(signIn(world, founder));
    await must(world.log.register.setContact(contact({})));
    await world.lock();
    expect(await phonesOf(world)).toEqual(national);
    expect(world.mistakes).toEqual([]);
  });

  it('written by a program that kept no day are shown, and nobody has checked them', async () => {
    await using world = new World();
    const { founder } = await found(world);
    await must(signIn(world, founder));
    await must(world.log.register.setContact(contact({})));
    await world.lock();
    writeFileSync(fileOf(world), readFileSync(fileOf(world), 'utf8').replace(/,"checkedOn":"[^"]+"/, ''));
    const [council] = (await must(world.log.store.phoneNumbers({}))).slice(3);
    expect(council).toEqual({ name: 'Council', phone: '01632 960100', outOfHours: null, checkedOn: null });
  });

  it('were not checked on a day that is still to come', async () => {
    await using world = new World();
    const { founder } = await found(world);
    await must(signIn(world, founder));
    expect(await failureOf(world.log.register.setContact(contact({ checkedOn: '2031-01-01' })))).toMatchObject({
      kind: 'invalid',
      fields: { checkedOn: 'The date must be today or in the past' },
    });
  });

  it('have digits', async () => {
    await using world = new World();
    const { founder } = await found(world);
    await must(signIn(world, founder));
    expect(await failureOf(world.log.register.setContact(contact({ phone: 'ask Jo' })))).toMatchObject({
      kind: 'invalid',
      fields: { phone: 'Enter a phone number, such as 01632 960100' },
    });
  });

  it('of one log are not shown for another', async () => {
    await using one = new World();
    await using other = new World();
    const { founder } = await found(one);
    await must(signIn(one, founder));
    await must(one.log.register.setContact(contact({})));
    await found(other);
    mkdirSync(other.profile, { recursive: true });
    writeFileSync(fileOf(other), readFileSync(fileOf(one)));
    expect(await phonesOf(other)).toEqual(national);
  });
});
