import { describe, expect, it } from 'vitest';
import type { PracticeId, StaffId } from '../../../shared/domain/ids.ts';
import { type Role, role, rolesOfTwo } from '../../../shared/domain/roles.ts';
import type { ThreadEvent } from '../../../shared/events/index.ts';
import { applyToRegister, mayRegister } from '../../../shared/policy/register.ts';
import { holdsRole, type RegisterState } from '../../../shared/policy/register-state.ts';
import { alderfield, EventMaker, founded, registered, staffOf, wrenStreet } from '../../factories/events.ts';
import { foundingRegister, workingRegister } from './cast.ts';

const make = new EventMaker();
const working = workingRegister(make);
const founding = foundingRegister(make);
const manager = staffOf('manager');

const held = (name: string, of: Role, practice: PracticeId = alderfield) => ({
  staff: staffOf(name),
  role: of,
  practice,
});
const granted = (by: StaffId, name: string, of: Role, practice?: PracticeId) =>
  make.inRegister('role.granted', by, held(name, of, practice));
const confirmed = (by: StaffId, name: string, of: Role, practice?: PracticeId) =>
  make.inRegister('role.confirmed', by, held(name, of, practice));
const refusal = (register: RegisterState, event: ThreadEvent) => mayRegister(event, register);
const standing = (register: RegisterState, name: string, of: Role, practice?: PracticeId) =>
  holdsRole(register, staffOf(name), [of], practice);

/** Past the rule that keeps the last who reads. */
const applied = (type: 'role.ended', one: ReturnType<typeof held>) => (register: RegisterState) =>
  applyToRegister(register, make.inRegister(type, staffOf('lead'), one));

/** A second manager, given by the first and confirmed by the lead. */
const twoManagers = (name: string, practice?: PracticeId) => [
  granted(manager, name, 'practice-manager', practice),
  confirmed(staffOf('lead'), name, 'practice-manager', practice),
];

const onlyThose = 'Only a supervisor or safeguarding lead whose own role is confirmed can confirm a role.';

describe.each(rolesOfTwo)('the role %s takes two people', (of) => {
  const waiting = registered(working, [granted(manager, 'otherWorker', of)]);

  it('does not count until a second person has confirmed it', () => {
    expect(standing(waiting, 'otherWorker', of)).toBe(false);
    const after = registered(waiting, [confirmed(staffOf('lead'), 'otherWorker', of)]);
    expect(standing(after, 'otherWorker', of)).toBe(true);
    expect(standing(after, 'otherWorker', of, wrenStreet)).toBe(false);
  });

  it('is confirmed by nobody who gave it, has it, or holds no such role themselves', () => {
    expect(refusal(waiting, confirmed(manager, 'otherWorker', of))).toBe(
      'The person who gave this role cannot confirm it too. Ask a colleague.',
    );
    expect(refusal(waiting, confirmed(staffOf('otherWorker'), 'otherWorker', of))).toBe(
      'Nobody can confirm their own role. Ask a colleague.',
    );
    expect(refusal(waiting, confirmed(staffOf('raiser'), 'otherWorker', of))).toBe(onlyThose);
    expect(refusal(waiting, confirmed(staffOf('newLead'), 'otherWorker', of))).toBe(onlyThose);
    expect(refusal(waiting, confirmed(staffOf('leaver'), 'otherWorker', of))).toBe('This person does not work here.');
  });

  it('is not confirmed by another manager, whom the first one could have made up', () => {
    const two = registered(waiting, twoManagers('raiser'));
    expect(refusal(two, confirmed(staffOf('raiser'), 'otherWorker', of))).toBe(onlyThose);
  });

  it('is confirmed once, for the practice it was given for, and not when it was never given', () => {
    const nothing = 'There is no role waiting to be confirmed.';
    const after = registered(waiting, [confirmed(staffOf('lead'), 'otherWorker', of)]);
    expect(refusal(after, confirmed(staffOf('deputy'), 'otherWorker', of))).toBe(nothing);
    expect(refusal(waiting, confirmed(staffOf('lead'), 'otherWorker', of, wrenStreet))).toBe(nothing);
    expect(refusal(working, confirmed(staffOf('lead'), 'otherWorker', of))).toBe(nothing);
  });

  it('cannot be given anew to get round the second person', () => {
    expect(refusal(waiting, granted(manager, 'otherWorker', of))).toBe('They have this role at this practice already.');
    const ended = registered(waiting, [make.inRegister('role.ended', manager, held('otherWorker', of))]);
    const again = registered(ended, [granted(manager, 'otherWorker', of)]);
    expect(standing(again, 'otherWorker', of)).toBe(false);
  });

  it('makes nobody a supervisor or fallback reader while it waits', () => {
    const assign = make.inRegister('supervisor.assigned', manager, {
      staff: staffOf('raiser'),
      supervisor: staffOf('otherWorker'),
    });
    const name = make.inRegister('setting.changed', manager, {
      change: { setting: 'fallback-reader', value: staffOf('otherWorker') },
    });
    for (const event of [assign, name]) expect(refusal(waiting, event)).toMatch(/confirmed[.]$/);
    const after = registered(waiting, [confirmed(staffOf('lead'), 'otherWorker', of)]);
    for (const event of [assign, name]) expect(refusal(after, event)).toBeNull();
  });
});

describe('the role of practice manager, after founding,', () => {
  const of = 'practice-manager';
  const waiting = registered(working, [granted(manager, 'otherWorker', of)]);

  it('takes two people as well, since a manager is one of the two who let others in', () => {
    expect(standing(waiting, 'otherWorker', of)).toBe(false);
    expect(refusal(waiting, confirmed(manager, 'otherWorker', of))).toMatch(/cannot confirm it too/);
    expect(refusal(waiting, confirmed(staffOf('raiser'), 'otherWorker', of))).toBe(onlyThose);
    const after = registered(waiting, [confirmed(staffOf('lead'), 'otherWorker', of)]);
    expect(standing(after, 'otherWorker', of)).toBe(true);
    // Whoever manages already may do so for one practice more, and be the second for a third manager.
    const more = registered(after, [granted(manager, 'otherWorker', of, wrenStreet), granted(manager, 'raiser', of)]);
    expect(standing(more, 'otherWorker', of, wrenStreet)).toBe(true);
    expect(refusal(more, confirmed(staffOf('otherWorker'), 'raiser', of))).toBeNull();
  });

  it('is given by one where one alone runs the practice, but not soon after they ended the roles of others', () => {
    const two = registered(working, [
      granted(manager, 'lead', of),
      confirmed(staffOf('deputy'), 'lead', of),
      make.inRegister('role.ended', staffOf('lead'), held('manager', of)),
    ]);
    const others = [
      held('supervisor', 'supervisor'),
      held('otherSupervisor', 'supervisor'),
      held('otherLead', 'safeguarding-lead', wrenStreet),
      held('deputy', 'deputy-safeguarding-lead'),
      held('leaver', 'deputy-safeguarding-lead'),
    ].map((one) => applied('role.ended', one));
    const alone = others.reduce((register, ended) => ended(register), two);
    const atOnce = granted(staffOf('lead'), 'otherWorker', of);
    expect(standing(applyToRegister(alone, atOnce), 'otherWorker', of)).toBe(false);
    const later = { ...atOnce, position: { ...atOnce.position, ms: atOnce.position.ms + 29 * 86_400_000 } };
    expect(standing(applyToRegister(alone, later), 'otherWorker', of)).toBe(true);
  });
});

describe('roles in general', () => {
  it.each(role.options)('%s is given by nobody to themselves', (of) => {
    expect(refusal(working, granted(manager, 'manager', of, wrenStreet))).toBe(
      'Nobody can give themselves a role. Ask another manager.',
    );
  });

  it('are given to people who work here, at practices that exist', () => {
    const nowhere = 'Quillgate' as PracticeId;
    expect(refusal(working, granted(manager, 'leaver', 'link-worker', wrenStreet))).toBe(
      'This person does not work here. Add them first.',
    );
    expect(refusal(working, granted(manager, 'unknown', 'link-worker'))).toBe(
      'This person does not work here. Add them first.',
    );
    expect(refusal(working, granted(manager, 'raiser', 'link-worker', nowhere))).toBe(
      'Choose a practice from the list.',
    );
  });

  it('keep a practice manager: the last one ends only when there is another', () => {
    const end = make.inRegister('role.ended', manager, held('manager', 'practice-manager'));
    expect(refusal(working, end)).toBe('There must be a practice manager. Give the role to somebody else first.');
    const two = registered(working, twoManagers('otherWorker', wrenStreet));
    expect(refusal(two, end)).toBeNull();
  });

  it('name no supervisor of oneself', () => {
    const self = { staff: staffOf('supervisor'), supervisor: staffOf('supervisor') };
    expect(refusal(working, make.inRegister('supervisor.assigned', manager, self))).toBe(
      'Nobody supervises themselves. Choose somebody else.',
    );
  });
});

describe('founding', () => {
  it.each(rolesOfTwo)('ends for ever once the first %s stands', (of) => {
    const first = granted(manager, 'raiser', of);
    expect(refusal(founding, first)).toBeNull();
    const after = applyToRegister(founding, first);
    expect(standing(after, 'raiser', of)).toBe(true);
    expect(after.founding).toBe(false);
    const second = registered(after, [granted(manager, 'deputy', of)]);
    expect(standing(second, 'deputy', of)).toBe(false);
    // Past the rule that keeps the last who reads: also then nothing of founding would come back.
    const undone = applyToRegister(second, make.inRegister('role.ended', manager, held('raiser', of)));
    expect(undone.founding).toBe(false);
    expect(standing(registered(undone, [granted(manager, 'lead', of)]), 'lead', of)).toBe(false);
  });

  it('does not end with a manager or a link worker', () => {
    expect(founding.founding).toBe(true);
    expect(standing(founding, 'manager', 'practice-manager')).toBe(true);
  });

  it('does not end before there is a practice manager, who would be missing for ever', () => {
    const begun = registered(founded(make, 'manager'), [
      make.inRegister('practice.added', manager, { practice: alderfield, name: 'Alderfield' }),
    ]);
    for (const of of rolesOfTwo)
      expect(refusal(begun, granted(manager, 'manager', of))).toMatch(
        /^Give somebody the role of practice manager first[.]/,
      );
    expect(refusal(begun, granted(manager, 'manager', 'practice-manager'))).toBeNull();
  });

  it('leaves the founder no right that a manager has not', () => {
    const other = registered(working, twoManagers('otherWorker'));
    const ended = registered(other, [
      make.inRegister('role.ended', staffOf('otherWorker'), held('manager', 'practice-manager')),
    ]);
    expect(refusal(ended, granted(manager, 'raiser', 'link-worker', wrenStreet))).toBe(
      'Only a practice manager can change who works here and what they may do.',
    );
  });

  it('lets a manager who is not the founder give a role of two that then waits', () => {
    const two = registered(founding, [granted(manager, 'otherWorker', 'practice-manager')]);
    const after = registered(two, [granted(staffOf('otherWorker'), 'raiser', 'supervisor')]);
    expect(standing(after, 'raiser', 'supervisor')).toBe(false);
    expect(after.founding).toBe(true);
  });

  it('is reviewed once, by a lead or deputy', () => {
    const review = (name: string) => make.inRegister('founding.reviewed', staffOf(name), {});
    expect(refusal(working, review('manager'))).toBe('Only a safeguarding lead can review the first set-up.');
    const reviewed = registered(working, [review('lead')]);
    expect(reviewed.reviewedBy).toBe(staffOf('lead'));
    expect(refusal(reviewed, review('deputy'))).toBe('The first set-up has been reviewed already.');
  });
});
