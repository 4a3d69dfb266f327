import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../shared/domain/ids.ts';
import {
  alderfield,
  EventMaker,
  keyOf,
  memberOf,
  registered,
  registerThread,
  staffOf,
} from '../../factories/events.ts';
import { foundingRegister, keysFor, recoveryFor, refusal, workingRegister } from './cast.ts';

const make = new EventMaker();
const waits = workingRegister(make);
const proposed = (actor: StaffId, which = 'next') => make.inRegister('recovery.proposed', actor, recoveryFor(which));
const replaced = (actor: StaffId, which = 'waiting') => make.inRegister('recovery.replaced', actor, recoveryFor(which));
const withdrawn = (actor: StaffId, which = 'waiting') =>
  make.inRegister('recovery.withdrawn', actor, recoveryFor(which));
const lead = staffOf('lead');
const manager = staffOf('manager');
const noneWaits = 'No new recovery key waits to be confirmed.';

/** Another manager, by the word of the first and the lead. */
const twoManagers = registered(waits, [
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

describe('a recovery key in place of one of which a half was lost', () => {
  it('counts for nothing until a second person confirmed it, and then it alone', () => {
    expect(waits.recovery.id).toBe(staffOf('recovery'));
    expect(waits.recoveryProposed).toMatchObject({ ...recoveryFor('waiting'), by: manager });
    const event = replaced(lead);
    const after = registered(waits, [event]);
    expect(after.recovery).toEqual(recoveryFor('waiting'));
    expect(after.earlierRecoveries).toEqual([waits.recovery]);
    expect(after).toMatchObject({
      recoveryProposed: null,
      recoveryTried: { at: event.at, by: lead },
      recoveryReplaced: { at: event.at, proposedBy: manager, confirmedBy: lead },
    });
    expect(refusal(after, replaced(lead))).toBe(noneWaits);
  });

  it('takes two people, one of them with a role of two', () => {
    expect(refusal(waits, replaced(manager))).toMatch(/cannot confirm it too/);
    // One manager can make another out of nothing.
    expect(refusal(twoManagers, replaced(staffOf('otherWorker')))).toMatch(/^One of the two must be/);
    const byLead = registered(twoManagers, [proposed(lead)]);
    expect(refusal(byLead, replaced(manager, 'next'))).toBeNull();
    expect(refusal(byLead, replaced(staffOf('raiser'), 'next'))).toMatch(/^Only a practice manager/);
  });

  it('is made by nobody for whom there is no second, and the sentence says what to do', () => {
    const founding = foundingRegister(make);
    expect(refusal(founding, proposed(manager))).toMatch(/^Two people are needed, .*Add a colleague/);
  });

  it('is confirmed as it was made, and a second one overtakes the first', () => {
    expect(refusal(waits, replaced(lead, 'another'))).toBe(noneWaits);
    expect(refusal(waits, { ...replaced(lead), content: { ...replaced(lead).content, kem: keyOf('x') } })).toBe(
      noneWaits,
    );
    const again = registered(waits, [proposed(lead)]);
    expect(refusal(again, replaced(manager))).toBe(noneWaits);
    expect(refusal(again, replaced(manager, 'next'))).toBeNull();
  });

  it('has an id and keys that are nobody else’s', () => {
    const free = recoveryFor('next');
    for (const taken of [
      { ...free, id: lead },
      { ...free, id: waits.recovery.id },
      { ...free, id: staffOf('waiting recovery') },
      { ...free, sig: memberOf('lead').sig },
      { ...free, kem: waits.recovery.kem },
      { ...free, kem: recoveryFor('waiting').kem },
      { ...free, sig: keysFor('newLead', 'waiting').sig },
    ])
      expect(refusal(waits, make.inRegister('recovery.proposed', lead, taken))).toBe(
        'These keys belong to somebody else already.',
      );
    const after = registered(waits, [replaced(lead)]);
    expect(refusal(after, make.inRegister('recovery.proposed', lead, { ...free, id: waits.recovery.id }))).toMatch(
      /belong to somebody else/,
    );
  });

  it('is withdrawn by whoever made it, or by who could confirm one', () => {
    for (const actor of [manager, lead, staffOf('supervisor')]) {
      expect(refusal(waits, withdrawn(actor))).toBeNull();
      const after = registered(waits, [withdrawn(actor)]);
      expect(after.recoveryProposed).toBeNull();
      expect(after.recovery).toEqual(waits.recovery);
      expect(refusal(after, replaced(lead))).toBe(noneWaits);
    }
    expect(refusal(waits, withdrawn(staffOf('raiser')))).toMatch(/^Only a practice manager/);
  });

  it('ends with whoever made it, once they leave or may no longer make one', () => {
    const left = make.inRegister('staff.left', staffOf('otherWorker'), {
      staff: manager,
      reason: 'moved-on',
      lastDay: '2026-10-01' as never,
      cannotSignIn: false,
      draftsLost: 0,
    });
    expect(registered(twoManagers, [left]).recoveryProposed).toBeNull();
    const role = { staff: manager, role: 'practice-manager', practice: alderfield } as const;
    const demoted = registered(twoManagers, [make.inRegister('role.ended', staffOf('otherWorker'), role)]);
    expect(refusal(demoted, replaced(lead))).toMatch(/may no longer do so/);
    expect(refusal(demoted, withdrawn(manager))).toBeNull();
  });

  it('ends when the key that it was to follow is used', () => {
    const used = make.event(
      'recovery.used',
      waits.recovery.id,
      { thread: registerThread, about: lead },
      { ...keysFor('lead', 'new'), recovery: recoveryFor('used') },
    );
    expect(registered(waits, [used]).recoveryProposed).toBeNull();
  });

  it('writes nothing itself, neither it nor the one that ended', () => {
    const after = registered(waits, [replaced(lead)]);
    for (const actor of [waits.recovery.id, staffOf('waiting recovery'), after.recovery.id])
      expect(refusal(after, proposed(actor))).not.toBeNull();
  });
});
