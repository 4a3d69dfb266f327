import { describe, expect, it } from 'vitest';
import { signIn } from '../factories/folders.ts';
import { failureOf, troubleOf } from '../factories/forms.ts';
import { makePractice, must, passphraseOf, people, World } from '../factories/world.ts';

const next = 'otter canyon mustard violin';
const made = 'acorn walnut bicycle thunder';

describe('a lead who is a manager too', () => {
  it('makes no second manager alone, and so no second person to let somebody in with', async () => {
    await using world = new World();
    const practice = await makePractice(world);
    const { lead, deputy, manager, alderfield } = practice;
    const role = { role: 'practice-manager', practice: alderfield } as const;
    await must(world.log.register.grantRole({ staff: lead, ...role }));
    await practice.as('deputy');
    await must(world.log.register.confirmRole({ staff: lead, ...role }));

    await practice.as('lead');
    const sock = await must(world.log.register.addStaff({ name: 'Sock Puppet', initials: 'SP', passphrase: made }));
    await must(world.log.register.grantRole({ staff: sock, ...role }));
    const { waitingForConfirmation } = await must(world.log.register.show({}));
    expect(waitingForConfirmation).toMatchObject([
      { staff: sock, grantedBy: lead, confirmers: expect.arrayContaining([manager]), mayConfirm: false },
    ]);
    expect(await failureOf(world.log.register.confirmRole({ staff: sock, ...role }))).toMatchObject({
      kind: 'refused',
    });
    await world.lock();
    await must(signIn(world, sock, made));
    expect(await failureOf(world.log.register.letInAgain({ staff: deputy, passphrase: next }))).toMatchObject({
      kind: 'refused',
    });
    await practice.as('manager');
    await must(world.log.register.confirmRole({ staff: sock, ...role }));
    await world.lock();
    expect(await troubleOf(signIn(world, deputy, passphraseOf(people.deputy)))).toBe('none');
    expect(world.mistakes).toEqual([]);
  });
});
