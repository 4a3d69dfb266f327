import { describe, expect, it } from 'vitest';
import { readersOf } from '../../../shared/policy/readers.ts';
import type { RegisterState } from '../../../shared/policy/register-state.ts';
import { alderfield, EventMaker, registered, staffOf } from '../../factories/events.ts';
import { who, workingRegister } from './cast.ts';
import { Records, walter } from './records.ts';

const make = new EventMaker();
const working = workingRegister(make);
const manager = staffOf('manager');
const records = new Records(make, who('raiser'));
const lead = who('lead');

const withFallback = registered(working, [
  make.inRegister('setting.changed', manager, {
    change: { setting: 'fallback-reader', value: who('otherSupervisor') },
  }),
]);
const connectedLead = registered(working, [
  make.inRegister('connection.declared', lead, { staff: lead, person: walter }),
]);
const endedLead = registered(working, [
  make.inRegister('role.ended', manager, { staff: lead, role: 'safeguarding-lead', practice: alderfield }),
]);

const readers = (register: RegisterState, state = records.leadsNotes()) => readersOf(state, register, 0).toSorted();

describe('the readers of leads’ notes are', () => {
  it('who decides at the practice, not the raiser, not their supervisor', () => {
    expect(readers(working)).toEqual([lead, who('deputy')].toSorted());
  });

  it('the fallback where the practice is not known, and not whoever began them', () => {
    expect(readers(withFallback, records.leadsNotes(null))).toEqual([who('otherSupervisor')]);
  });

  it('no decider who declared a connection, not even whoever began them', () => {
    expect(readers(connectedLead)).toEqual([who('deputy')]);
  });

  it('nobody whose role has ended', () => {
    expect(readers(endedLead)).toEqual([who('deputy')]);
  });
});
