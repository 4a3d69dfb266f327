import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../shared/domain/ids.ts';
import { applyToRegister } from '../../../shared/policy/register.ts';
import {
  alderfield,
  EventMaker,
  founded,
  keyOf,
  memberOf,
  registered,
  registerThread,
  staffOf,
} from '../../factories/events.ts';
import { foundingRegister, keysFor, refusal, workingRegister } from './cast.ts';

const make = new EventMaker();
const working = workingRegister(make);
const about = (name: string) => ({ thread: registerThread, about: staffOf(name) });
const replaced = (actor: StaffId, name: string, which = 'new') =>
  make.event('keys.replaced', actor, about(name), keysFor(name, which));
const confirmed = (actor: StaffId, name: string, which = 'new') =>
  make.event('keys.confirmed', actor, about(name), keysFor(name, which));
const lead = staffOf('lead');
const manager = staffOf('manager');

describe('new keys for somebody who forgot their passphrase', () => {
  it('count for nothing until a second person confirmed them, and then they alone', () => {
    const waiting = registered(working, [replaced(manager, 'raiser')]);
    const { keys, pending } = waiting.staff.get(staffOf('raiser')) ?? {};
    expect(keys).toEqual(working.staff.get(staffOf('raiser'))?.keys);
    expect(pending).toMatchObject({ by: manager });
    const after = registered(waiting, [confirmed(lead, 'raiser')]);
    const { sig, kem } = keysFor('raiser', 'new');
    expect(after.staff.get(staffOf('raiser'))).toMatchObject({ pending: null });
    expect(after.staff.get(staffOf('raiser'))?.keys).toEqual([...(keys ?? []), { sig, kem }]);
    expect(refusal(after, confirmed(lead, 'raiser'))).toBe('Nobody of that name waits to be let in again.');
  });

  it('take two people, neither the subject, and one of them with a role of two', () => {
    expect(refusal(working, replaced(staffOf('raiser'), 'raiser'))).toMatch(/^Nobody lets themselves in again/);
    expect(refusal(working, replaced(staffOf('otherWorker'), 'raiser'))).toMatch(/^Only a practice manager, superv/);
    const two = registered(working, [
      make.inRegister('role.granted', manager, {
        staff: staffOf('otherWorker'),
        role: 'practice-manager',
        practice: alderfield,
      }),
      make.inRegister('role.confirmed', lead, {
        staff: staffOf('otherWorker'),
        role: 'practice-manager',
        practice: alderfield,
      }),
    ]);
    const byManager = registered(two, [replaced(manager, 'raiser')]);
    expect(refusal(byManager, confirmed(manager, 'raiser'))).toMatch(/cannot confirm it too/);
    expect(refusal(byManager, confirmed(staffOf('raiser'), 'raiser'))).toMatch(/^Nobody can confirm themselves/);
    // One manager can make another out of nothing.
    expect(refusal(byManager, confirmed(staffOf('otherWorker'), 'raiser'))).toMatch(/^One of the two must be/);
    expect(refusal(byManager, confirmed(lead, 'raiser'))).toBeNull();
    const byLead = registered(two, [replaced(lead, 'raiser')]);
    expect(refusal(byLead, confirmed(manager, 'raiser'))).toBeNull();
    expect(refusal(byLead, confirmed(staffOf('supervisor'), 'raiser'))).toBeNull();
  });

  it('are confirmed as they are, not others in their place', () => {
    const waiting = registered(working, [replaced(manager, 'raiser')]);
    expect(refusal(waiting, confirmed(lead, 'raiser', 'swapped'))).toMatch(/^Nobody of that name waits/);
    const again = registered(waiting, [replaced(manager, 'raiser', 'second')]);
    expect(refusal(again, confirmed(lead, 'raiser'))).toMatch(/^Nobody of that name waits/);
    expect(refusal(again, confirmed(lead, 'raiser', 'second'))).toBeNull();
  });

  it('are nobody else’s, today or formerly, and not those of recovery', () => {
    const { sig, kem } = memberOf('lead');
    const taken = [
      { sig, kem: keyOf('free') },
      { sig: keyOf('free'), kem },
      { sig: working.recovery.sig ?? '', kem: keyOf('free') },
      { sig: keyOf('free'), kem: working.recovery.kem },
      keysFor('newLead', 'waiting'),
    ];
    for (const keys of taken) {
      const event = make.event('keys.replaced', manager, about('raiser'), { ...keys, staff: staffOf('raiser') });
      expect(refusal(working, event)).toBe('These keys belong to somebody else already.');
    }
  });

  it('are of whom the entry is about, who works here', () => {
    const event = replaced(manager, 'raiser');
    expect(refusal(working, { ...event, about: lead })).toMatch(/differ/);
    expect(refusal(working, { ...event, about: null })).toMatch(/differ/);
    expect(refusal(working, replaced(manager, 'leaver'))).toMatch(/^This person does not work here/);
  });

  it('count at once while the founder is alone, and never so by another manager', () => {
    const founding = foundingRegister(make);
    const at = registered(founding, [replaced(manager, 'raiser')]).staff.get(staffOf('raiser'));
    expect(at).toMatchObject({ pending: null });
    expect(at?.keys).toHaveLength(2);
    const two = registered(founding, [
      make.inRegister('role.granted', manager, { staff: lead, role: 'practice-manager', practice: alderfield }),
    ]);
    // Nobody has a role yet that two people confirmed, so nobody could be the second.
    expect(refusal(two, replaced(lead, 'raiser'))).toMatch(/recovery key/);
  });
});

describe('the recovery key', () => {
  const used = (actor: StaffId, name = 'lead', which = 'next') =>
    make.event('recovery.used', actor, about(name), {
      ...keysFor(name, which),
      recovery: { id: staffOf(`${which} recovery`), sig: keyOf(`${which} sig`), kem: keyOf(`${which} kem`) },
    });
  const { recovery } = working;

  it('lets one member of staff in with new keys at once, and is followed by another', () => {
    const after = registered(working, [used(recovery.id)]);
    expect(after.staff.get(lead)?.keys).toHaveLength(2);
    expect(after.recovery.id).toBe(staffOf('next recovery'));
    expect(after.recoveryUsed).toMatchObject({ staff: lead });
    expect(refusal(after, used(recovery.id, 'deputy', 'third'))).toBe('This person does not work here.');
    expect(refusal(after, used(after.recovery.id, 'deputy', 'third'))).toBeNull();
  });

  it('does nothing else, and nobody else does that', () => {
    for (const event of [
      make.inRegister('practice.added', recovery.id, { practice: alderfield, name: 'x' }),
      make.inRegister('recovery.tried', recovery.id, {}),
      make.inRegister('access.changed', recovery.id, { added: [], removed: [] }),
    ])
      expect(refusal(working, event)).toMatch(/does nothing else/);
    for (const actor of [manager, lead]) expect(refusal(working, used(actor))).not.toBeNull();
    const elsewhere = { ...used(recovery.id), thread: staffOf('x') as never };
    expect(refusal(working, elsewhere)).toBe('This person does not work here.');
  });

  it('lets in nobody who does not work here, and takes no id or key twice', () => {
    expect(refusal(working, used(recovery.id, 'leaver'))).toMatch(/^This person does not work here/);
    const event = used(recovery.id);
    const { content } = event;
    for (const next of [
      { ...content, recovery: { ...content.recovery, id: recovery.id } },
      { ...content, recovery: { ...content.recovery, id: lead } },
      { ...content, recovery: { ...content.recovery, kem: recovery.kem } },
      { ...content, recovery: { ...content.recovery, sig: content.sig } },
      { ...content, kem: memberOf('deputy').kem },
    ])
      expect(refusal(working, { ...event, content: next })).toBe('These keys belong to somebody else already.');
  });

  it('is known to have been tried until another follows it', () => {
    expect(founded(make, 'manager').recoveryTried).toBeNull();
    const tried = make.inRegister('recovery.tried', lead, {});
    const after = applyToRegister(working, tried);
    expect(after.recoveryTried).toEqual({ at: tried.at, by: lead });
    expect(registered(after, [used(recovery.id)]).recoveryTried).toBeNull();
  });
});
