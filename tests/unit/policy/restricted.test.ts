import { describe, expect, it } from 'vitest';
import { apply } from '../../../shared/policy/apply.ts';
import { decidersOf } from '../../../shared/policy/concerns.ts';
import { entitled } from '../../../shared/policy/entitled.ts';
import type { StateOf } from '../../../shared/policy/kinds.ts';
import { keyHoldersOf, readersOf, recoveryReads } from '../../../shared/policy/readers.ts';
import { EventMaker, registered, staffOf } from '../../factories/events.ts';
import { cast, type Who, who, workingRegister } from './cast.ts';
import { concernContent, decidedContent, walter } from './records.ts';
import { onRestricted, restrictedConcern, restrictedContent } from './restricted-records.ts';

const make = new EventMaker();
const working = workingRegister(make);
const now = Date.parse('2026-10-02T09:00:00.000Z');
const namesOf = (staff: readonly string[]): readonly Who[] =>
  cast.filter((name) => name !== 'founderInFounding' && staff.includes(who(name)));
const raise = (other: Parameters<typeof restrictedContent>[0], actor: Who = 'raiser') =>
  entitled(make.event('restricted.raised', who(actor), onRestricted, restrictedContent(other)), null, working);

describe('who reads a restricted concern', () => {
  it('its raiser and whoever was named, and nobody by a role', () => {
    expect(namesOf(readersOf(restrictedConcern(make), working, now))).toEqual(['raiser', 'lead', 'manager']);
    expect(namesOf(readersOf(restrictedConcern(make, { readers: [] }), working, now))).toEqual(['raiser']);
  });

  it('nobody by standing in for somebody who reads it', () => {
    const covered = registered(working, [
      make.inRegister('cover.confirmed', staffOf('supervisor'), { cover: working.covers[0]?.id as never }), // `as`: there is one.
    ]);
    const state = restrictedConcern(make, { readers: [staffOf('otherLead')] });
    expect(namesOf(keyHoldersOf(state, covered, now))).toEqual(['raiser', 'otherLead']);
  });

  it('nobody who declared a connection with whom it is about, but the raiser', () => {
    const near = registered(
      working,
      (['lead', 'raiser'] as const).map((name) =>
        make.inRegister('connection.declared', who(name), { staff: who(name), person: walter }),
      ),
    );
    expect(namesOf(readersOf(restrictedConcern(make), near, now))).toEqual(['raiser', 'manager']);
  });

  it.each([
    ['no', true],
    ['yes', false],
    ['not-sure', false],
  ] as const)('the recovery key, when those it is kept from hold half of it: %s → %s', (holdsHalf, reads) => {
    expect(recoveryReads(restrictedConcern(make, { holdsHalf }))).toBe(reads);
  });
});

describe('who decides about it', () => {
  it.each<[Who[], Who[]]>([
    [['lead', 'manager'], ['lead']],
    [
      ['otherLead', 'deputy', 'manager'],
      ['otherLead', 'deputy'],
    ],
    [
      ['manager', 'supervisor'],
      ['supervisor', 'manager'],
    ],
    [[], []],
  ])('of %j named: %j', (named, deciders) => {
    const { facts } = restrictedConcern(make, { readers: named.map(who) });
    expect(namesOf(decidersOf(facts, working)).toSorted()).toEqual(deciders.toSorted());
  });

  it('may decide, and others who read it may not', () => {
    const decide = (name: Who) =>
      entitled(
        make.event('concern.decided', who(name), onRestricted, decidedContent()),
        restrictedConcern(make),
        working,
      );
    expect(decide('lead')).toBeNull();
    for (const name of ['raiser', 'manager'] as const)
      expect(decide(name)).toBe('Only those who decide about this restricted concern can do this.');
  });
});

describe('who can be named', () => {
  it.each<[string, Parameters<typeof raise>[0], string | null]>([
    ['nobody at all', { readers: [] }, null],
    ['somebody from whom it is kept', { readers: [staffOf('otherWorker')] }, 'Somebody named here'],
    ['the raiser', { readers: [staffOf('raiser')] }, 'Somebody named here'],
    ['somebody who left', { readers: [staffOf('leaver')] }, 'Somebody named here'],
    ['one twice', { readers: [staffOf('lead'), staffOf('lead')] }, 'Somebody named here'],
    ['one, where recovery does not read', { readers: [staffOf('lead')], holdsHalf: 'yes' }, 'Name one more reader'],
    ['two, where recovery does not read', { holdsHalf: 'yes' }, null],
    ['the raiser among those it is kept from', { keptFrom: [staffOf('raiser')] }, 'You cannot keep from yourself'],
  ])('%s', (_title, other, reason) => {
    if (reason === null) expect(raise(other)).toBeNull();
    else expect(raise(other)).toMatch(reason);
  });

  it('later too, but never anybody from whom it is kept, and the raiser is never taken out', () => {
    const state = restrictedConcern(make);
    const add = (name: Who) =>
      entitled(
        make.event('restricted.reader-added', who('raiser'), onRestricted, { reader: who(name), why: 'Near' }),
        state,
        working,
      );
    const take = (name: Who) =>
      entitled(
        make.event('restricted.reader-removed', who('lead'), onRestricted, { reader: who(name), why: 'Near' }),
        state,
        working,
      );
    expect(add('deputy')).toBeNull();
    expect(add('otherWorker')).toBe('This concern is kept from them.');
    expect(add('lead')).toBe('They read it already.');
    expect(take('manager')).toBeNull();
    expect(take('raiser')).toBe('The person who raised it always reads it.');
    expect(take('deputy')).toBe('They do not read it.');
  });

  it('takes effect: whoever is added reads, whoever is taken out does not', () => {
    const added = make.event('restricted.reader-added', who('raiser'), onRestricted, {
      reader: who('deputy'),
      why: 'Near',
    });
    const removed = make.event('restricted.reader-removed', who('raiser'), onRestricted, {
      reader: who('lead'),
      why: 'Near',
    });
    const state = [added, removed].reduce(
      (before, event) => apply(before, event) as StateOf<'restricted'>, // `as`: a step keeps the kind.
      restrictedConcern(make),
    );
    expect(namesOf(readersOf(state, working, now))).toEqual(['raiser', 'deputy', 'manager']);
  });
});

describe('an event of which not all is sealed', () => {
  it('is no event of a restricted concern, and one of which all is belongs to no other record', () => {
    const open = { ...onRestricted, sealedWhole: false };
    const refused = 'This does not belong to a record of this kind.';
    const noted = make.event('concern.information-added', who('lead'), open, { note: 'Seen by all.' });
    expect(entitled(noted, restrictedConcern(make), working)).toBe(refused);
    const raised = make.event('concern.raised', who('lead'), onRestricted, concernContent());
    expect(entitled(raised, null, working)).toBe(refused);
  });
});
