import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../electron/demo/cast.ts';
import { type PersonKey, people } from '../../electron/demo/data/people.ts';
import { type StaffKey, staff } from '../../electron/demo/data/staff.ts';
import { type Alone, alone, type BuiltDemo, builtDemo, remove } from './demo-store.ts';
import { type Opened, openEverything, threadsOf } from './open-everything.ts';

// Who reads what, worked out by hand from DESIGN 3 and the people of the demo, not by the program. Leads: Dr Fenwick-Oye
// at Alderfield, Saltmarsh Lane and Wren Street; deputy at Alderfield: C Illing; Quillgate has neither, so the fallback
// reader Dr Menon-Clarke. Supervisors: Dr Ashdown-Pike of Amina and Grace, Dr Menon-Clarke of Tom.
type Readers = readonly StaffKey[];

const amina: Readers = ['amina', 'ashdown'];
const tom: Readers = ['tom', 'menon'];
const grace: Readers = ['grace', 'ashdown'];

const concerns: Readonly<Record<string, Readers>> = {
  leah: [...amina, 'fenwick', 'illing'],
  baby: [...amina, 'fenwick', 'illing'],
  daughter: [...amina, 'fenwick', 'illing'],
  george: [...amina, 'fenwick', 'illing'],
  walter: [...tom, 'fenwick'],
  danny: [...tom, 'fenwick'],
  marcus: [...tom, 'fenwick'],
  // Of Alderfield, but its deputy has a declared connection with him.
  prakash: [...tom, 'fenwick'],
  joan: [...grace, 'fenwick'],
  kayleigh: [...grace, 'fenwick'],
  // Of Wren Street, and shared with the deputy of Alderfield.
  kieran: [...grace, 'fenwick', 'illing'],
  // Of Quillgate: the fallback reader.
  ivor: [...grace, 'menon'],
};

// The lead reads referrals back, the deputy does not; the fallback reader is for concerns.
const referrals: Readonly<Record<string, Readers>> = {
  'baby-doctor': [...amina, 'fenwick'],
  'hawa-clinic': [...amina, 'fenwick'],
  'george-nurse': [...amina, 'fenwick'],
  'olive-memory': [...amina, 'fenwick'],
  'walter-therapist': [...tom, 'fenwick'],
  'prakash-doctor': [...tom, 'fenwick'],
  'prakash-support': [...tom, 'fenwick'],
  'edna-pharmacist': [...tom, 'fenwick'],
  'joan-nurse': [...grace, 'fenwick'],
  'joan-doctor': [...grace, 'fenwick'],
  'tamsin-visitor': [...grace, 'fenwick'],
  'ivor-doctor': grace,
  'ivor-pharmacist': grace,
};

// Beside a concern, by whom it is about: whoever decides there, and nobody who raised it or supervises.
const leadsNotes: Readonly<Partial<Record<PersonKey, Readers>>> = { danny: ['fenwick'] };

const sessions: Readonly<Record<string, Readers>> = {
  induction: ['ashdown', 'amina'],
  debrief: ['illing', 'amina'],
  monthly: ['menon', 'tom'],
  group: ['menon', 'amina', 'tom', 'grace'],
  late: ['ashdown', 'grace'],
  safeguarding: ['fenwick', 'grace'],
};

const persons: Readonly<Record<PersonKey, Readers>> = {
  leah: [...amina, 'fenwick', 'illing'],
  baby: [...amina, 'fenwick', 'illing'],
  daughter: [...amina, 'fenwick', 'illing'],
  hawa: [...amina, 'fenwick', 'illing'],
  george: [...amina, 'fenwick', 'illing'],
  olive: [...amina, 'fenwick', 'illing'],
  // Nothing has been written about them: whoever added them, and their practice.
  babyMother: ['amina', 'fenwick', 'illing'],
  olderSon: ['grace', 'fenwick'],
  youngerSon: ['grace', 'fenwick'],
  walter: [...tom, 'fenwick'],
  danny: [...tom, 'fenwick'],
  marcus: [...tom, 'fenwick'],
  prakash: [...tom, 'fenwick'],
  edna: [...tom, 'fenwick'],
  joan: [...grace, 'fenwick'],
  kayleigh: [...grace, 'fenwick'],
  tamsin: [...grace, 'fenwick'],
  kieran: [...grace, 'fenwick', 'illing'],
  ivor: [...grace, 'menon'],
};

const drafts: Readonly<Record<string, StaffKey>> = {
  'tom-information': 'tom',
  'amina-concern': 'amina',
  'grace-referral': 'grace',
};

const everybody = Object.keys(staff) as StaffKey[]; // `as`: the keys of this very object.
const identities = [...everybody, 'recovery'] as const;

let demo: BuiltDemo;
const alones = new Map<string, Alone>();
const openedBy = new Map<string, Opened>();
let threads: ReturnType<typeof threadsOf>;

beforeAll(async () => {
  demo = await builtDemo();
  for (const who of identities) {
    const identity = await alone(demo, who);
    alones.set(who, identity);
    openedBy.set(who, openEverything(identity));
  }
  threads = threadsOf(idOf(alones, 'recovery'));
});

afterAll(() => {
  for (const { log } of alones.values()) log.close();
  if (demo) remove(demo);
});

/** The readers that the tables above give to each thread of the store. */
function expectedReaders(): ReadonlyMap<string, Readers> {
  const expected = new Map<string, Readers>();
  const put = (table: Readonly<Record<string, Readers>>, ids: ReadonlyMap<string, string>): void => {
    for (const [key, readers] of Object.entries(table)) expected.set(idOf(ids, key), readers);
  };
  put(concerns, demo.cast.concerns);
  put(referrals, demo.cast.referrals);
  put(sessions, demo.cast.sessions);
  for (const [thread, { begunBy, about }] of threads) {
    if (begunBy === 'store.founded') expected.set(thread, everybody);
    const key = [...demo.cast.people].find(([, person]) => person === about)?.[0];
    if (key === undefined) continue;
    const readers = { 'person.added': persons[key], 'leads-notes.begun': leadsNotes[key] }[begunBy];
    if (readers !== undefined) expected.set(thread, readers);
  }
  return expected;
}

describe('with the keys of one person alone', () => {
  it('every thread of the demo stands in the tables of this test', () => {
    expect([...expectedReaders().keys()].toSorted()).toEqual([...threads.keys()].toSorted());
    expect(Object.keys(persons).toSorted()).toEqual(Object.keys(people).toSorted());
    expect([...demo.cast.drafts.keys()].toSorted()).toEqual(Object.keys(drafts).toSorted());
  });

  it.each(everybody)('%s opens every event of the threads they read, and of no other', (who) => {
    const mine = [...expectedReaders()].filter(([, readers]) => readers.includes(who)).map(([thread]) => thread);
    const { events } = idOf(openedBy, who);
    const all = mine.map((thread) => [thread, threads.get(thread)?.events] as const);
    expect(Object.fromEntries(events)).toEqual(Object.fromEntries(all));
  });

  it.each(everybody)('%s opens the keys of the threads they read, and no copy made for somebody else', (who) => {
    const mine = [...expectedReaders()].filter(([, readers]) => readers.includes(who)).map(([thread]) => thread);
    const keys = mine.flatMap((thread) => [...(threads.get(thread)?.keys ?? [])]);
    expect([...idOf(openedBy, who).keys].toSorted()).toEqual(keys.toSorted());
  });

  it('the manager opens the register and nothing else', () => {
    const { events, drafts: open } = idOf(openedBy, 'sedley');
    expect([...events.keys()].map((thread) => threads.get(thread)?.begunBy)).toEqual(['store.founded']);
    expect(open.size).toBe(0);
  });

  it('the deputy opens nothing about somebody with whom a connection was declared', () => {
    const { text } = idOf(openedBy, 'illing');
    expect(text).not.toContain('Prakash');
    expect(text).toContain('Marsden');
  });

  it('the recovery identity opens every thread', () => {
    const all = [...threads].map(([thread, { events }]) => [thread, events]);
    expect(Object.fromEntries(idOf(openedBy, 'recovery').events)).toEqual(Object.fromEntries(all));
  });

  it.each(identities)('%s opens no draft but their own', (who) => {
    const own = Object.entries(drafts).filter(([, author]) => author === who);
    expect([...idOf(openedBy, who).drafts]).toEqual(own.map(([key]) => idOf(demo.cast.drafts, key)));
  });
});
