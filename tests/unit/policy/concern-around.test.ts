import { describe, expect, it } from 'vitest';
import type { EventId, PersonId, PracticeId, ThreadId } from '../../../shared/domain/ids.ts';
import { placedPerson, riskChecklist } from '../../../shared/events/concern-around.ts';
import { type NamedInConcern, refusalOfCopy } from '../../../shared/policy/concern-around.ts';
import { EventMaker, named, staffOf } from '../../factories/events.ts';
import { aroundContents as said } from './around.ts';
import { workingRegister } from './cast.ts';
import { Course, courseContents } from './course.ts';
import { walter } from './records.ts';

const make = new EventMaker();
const register = workingRegister(make);
const begin = (): Course => new Course(make, register, staffOf('raiser'));
const around = (course: Course) => course.concern.facts.around;
const { placed } = said['concern.person-placed']();
const partner = named<PersonId>('partner');

describe('people in a concern', () => {
  it('are put in and taken out by whoever reads it, and nothing that was said goes away', () => {
    const course = begin();
    const entry = course.take('concern.person-placed', 'raiser', { placed });
    expect(around(course).people).toMatchObject([{ ...placed, event: entry, by: staffOf('raiser') }]);
    course.take('concern.person-taken-out', 'supervisor', { placed: entry, why: 'Another nephew.' });
    expect(around(course).people).toEqual([]);
    expect(around(course).takenOut).toMatchObject([
      { name: 'His nephew', out: { by: staffOf('supervisor'), why: 'Another nephew.' } },
    ]);
    expect(course.try('concern.person-taken-out', 'raiser', { placed: entry, why: 'Again.' })).toMatch(/was taken out/);
  });

  it('are corrected by a newer entry, and the older one stays', () => {
    const course = begin();
    const first = course.take('concern.person-placed', 'raiser', { placed });
    const newer = { ...placed, address: '9 Mill Lane' };
    course.take('concern.person-placed', 'lead', { placed: newer, insteadOf: first });
    expect(around(course).people.map(({ address }) => address)).toEqual(['9 Mill Lane']);
    expect(around(course).takenOut.map(({ address, out }) => [address, out.why])).toEqual([['4 Mill Lane', null]]);
    expect(course.try('concern.person-placed', 'lead', { placed: newer, insteadOf: first })).toMatch(/was taken out/);
  });

  it('are not whom it is about, stand in it once for each role, and come from a practice of the log', () => {
    const course = begin();
    const inLog = { ...placed, inLog: partner };
    expect(course.try('concern.person-placed', 'raiser', { placed: { ...placed, inLog: walter } })).toBe(
      'This concern is about them already.',
    );
    course.take('concern.person-placed', 'raiser', { placed: inLog });
    expect(course.try('concern.person-placed', 'lead', { placed: inLog })).toMatch(/already/);
    expect(course.try('concern.person-placed', 'lead', { placed: { ...inLog, role: 'household' } })).toBeNull();
    const practice = named<PracticeId>('nowhere');
    expect(course.try('concern.person-placed', 'lead', { placed: { ...placed, practice } })).toBe(
      'Choose a practice from the list.',
    );
  });

  it('need a name, or why it is not known', () => {
    const nameless = { ...placed, name: ' ' };
    expect(placedPerson.safeParse(nameless).error?.issues[0]?.message).toBe('Enter a name, or why it is not known');
    expect(placedPerson.safeParse({ ...nameless, whyNotKnown: 'She did not say.' }).success).toBe(true);
  });

  it('stay in their own concern when it is linked to another one', () => {
    const from = begin();
    from.take('concern.person-placed', 'raiser', { placed });
    const before = around(from);
    from.take('concern.linked', 'lead', courseContents['concern.linked']());
    expect(around(from)).toBe(before);
    const to = begin();
    to.take('concern.linked', 'lead', { to: named<ThreadId>('the one with a nephew'), as: 'linked', why: 'The same.' });
    expect(around(to).people).toEqual([]);
  });
});

describe('a copy for somebody named in a concern', () => {
  const one = (event: string, more: object = {}) =>
    ({ event: named<EventId>(event), role: 'household', name: 'Ray Tall', ...more }) as NamedInConcern; // `as`: a role of the list.
  const refusal = /^They may be the source of harm/;

  it('is refused for the source of harm by id and by name, in whichever part and spelling', () => {
    const source = { role: 'source-of-harm', inLog: partner };
    for (const people of [
      [one('a', source)],
      [one('a'), one('b', source)],
      [one('a', { name: 'ray  TALL.' }), one('b', source)],
      [one('a', { name: 'R. T.', inLog: partner }), one('b', source)],
    ])
      expect(refusalOfCopy(people, named<EventId>('a'))).toMatch(refusal);
  });

  it('is made for anybody else, and for nobody who is not in it', () => {
    const people = [one('a', { name: undefined }), one('b', { role: 'source-of-harm', name: undefined })];
    expect(refusalOfCopy(people, named<EventId>('a'))).toBeNull();
    expect(refusalOfCopy(people, named<EventId>('b'))).toMatch(refusal);
    expect(refusalOfCopy(people, named<EventId>('c'))).toBe('This person is not in the concern, or was taken out.');
  });
});

describe('a risk checklist', () => {
  it('stands as somebody scored it, whatever they wrote as its total', () => {
    const course = begin();
    const { recorded } = said['concern.risk-checklist-recorded']();
    for (const total of ['3', '16', 'high', '14 or 15'])
      course.take('concern.risk-checklist-recorded', 'raiser', { recorded: { ...recorded, total } });
    expect(around(course).checklists.map(({ total }) => total)).toEqual(['3', '16', 'high', '14 or 15']);
  });

  it('says at least one of total, level and judgement', () => {
    const { recorded } = said['concern.risk-checklist-recorded']();
    expect(riskChecklist.safeParse({ ...recorded, total: '' }).success).toBe(false);
    expect(riskChecklist.safeParse({ ...recorded, total: '', judgement: 'High, by her own fear.' }).success).toBe(true);
  });
});
