import { describe, expect, it } from 'vitest';
import { concernFacts, type FactName, type Facts, facts, stillToAdd } from '../../../shared/domain/concern-facts.ts';

const nothing: ReadonlySet<FactName> = new Set();
const forChildren: readonly FactName[] = ['parentalResponsibility', 'goingWell', 'impact', 'school'];
const forAdults: readonly FactName[] = ['careNeeds', 'childrenInHome'];
const every = Object.keys(concernFacts) as FactName[];
const asked = (age: number | undefined) => stillToAdd(nothing, age);

describe('what is still to add to a concern', () => {
  it.each([0, 9, 15, 17])('asks about the child when the person is %i', (age) => {
    for (const fact of forChildren) expect(asked(age)).toContain(fact);
    for (const fact of forAdults) expect(asked(age)).not.toContain(fact);
  });

  it.each([18, 33, 88])('asks about care and not about school when the person is %i', (age) => {
    for (const fact of forChildren) expect(asked(age)).not.toContain(fact);
    for (const fact of forAdults) expect(asked(age)).toContain(fact);
  });

  it('goes by what somebody said where no age is known, and by the age where it is', () => {
    const child = stillToAdd(nothing, undefined, { childOrAdult: 'child' });
    const adult = stillToAdd(nothing, undefined, { childOrAdult: 'adult' });
    for (const fact of forChildren) expect([child.includes(fact), adult.includes(fact)]).toEqual([true, false]);
    for (const fact of forAdults) expect([child.includes(fact), adult.includes(fact)]).toEqual([false, true]);
    expect(stillToAdd(nothing, undefined, { childOrAdult: 'not-known' })).toEqual(every);
    expect(stillToAdd(nothing, 40, { childOrAdult: 'child' })).toEqual(asked(40));
    // Somebody said to be a child may be 16 or 17.
    expect(child).toContain('capacityDoubt');
  });

  it.each<[string, Facts, boolean]>([
    ['a child lives there', { childrenInHome: { answer: 'yes' } }, true],
    ['a child is at risk too', { othersAtRisk: { answer: 'child' } }, true],
    ['a child and an adult are', { othersAtRisk: { answer: 'both' } }, true],
    ['another adult is', { othersAtRisk: { answer: 'adult' } }, false],
    ['no child lives there', { childrenInHome: { answer: 'no' } }, false],
  ])('thinks of the family of an adult: %s', (_what, said, asks) => {
    const names = stillToAdd(nothing, 40, { facts: said });
    for (const fact of forChildren) expect(names.includes(fact)).toBe(asks);
  });

  it.each([
    [0, false],
    [15, false],
    [16, true],
    [17, true],
    [18, true],
    [undefined, true],
  ])('at age %s asks about doubt of mental capacity: %s', (age, asks) => {
    expect(asked(age).includes('capacityDoubt')).toBe(asks);
  });

  it('asks everything when the age is not known, since nothing may be left out by a guess', () => {
    expect(asked(undefined)).toEqual(every);
  });

  it('asks in one order and never again for what was given', () => {
    const given = new Set<FactName>(['place', 'police', 'school']);
    expect(stillToAdd(given, undefined)).toEqual(every.filter((fact) => !given.has(fact)));
    expect(stillToAdd(new Set(every), undefined)).toEqual([]);
  });
});

describe('what can be given', () => {
  const full = { answer: 'yes', note: 'said so twice' };
  const examples: { readonly [Name in FactName]: unknown } = {
    ownWords: 'I am not to tell',
    opinion: 'I think he takes her money',
    place: 'At home',
    injuries: 'A small round mark on the arm',
    happenedBefore: full,
    talkedWithPerson: { answer: 'not-safe', note: 'he was in the room' },
    knowsRaised: 'no',
    agreesOutside: { answer: 'not-asked' },
    wants: 'The card back',
    capacityDoubt: { answer: 'not-known' },
    safeToContact: 'Her sister, after two',
    othersAtRisk: { answer: 'child', note: 'two boys' },
    sourceOfHarm: 'A nephew',
    sourceOfHarmAware: 'not-known',
    doneSoFar: 'Rang the duty doctor',
    evidence: 'Letters, in the office',
    police: { answer: 'no', reference: '101-22' },
    othersInvolved: 'The district nurse',
    howSoon: 'today',
    careNeeds: 'Washing and meals',
    communication: 'Sylheti',
    livesWith: 'Alone',
    childrenInHome: { answer: 'yes', note: 'a grandson of 4, at weekends' },
    riskChecklist: 'The advocate, on Monday, 16',
    parentalResponsibility: 'Mother',
    goingWell: 'He loves his nursery',
    impact: 'He gets himself up',
    school: 'Alderfield Primary',
  };

  it.each(every)('takes %s, and refuses a number or an empty answer', (name) => {
    expect(facts.parse({ [name]: examples[name] })).toEqual({ [name]: examples[name] });
    for (const wrong of [7, '', {}, [], null]) expect(facts.safeParse({ [name]: wrong }).success).toBe(false);
  });

  it('refuses a fact that does not exist', () => {
    expect(facts.safeParse({ riskScore: 16 }).success).toBe(false);
    expect(facts.safeParse(JSON.parse('{"__proto__":{"place":"x"}}')).success).toBe(false);
  });

  it('asks each in words of its own', () => {
    const asks = every.map((name) => concernFacts[name].ask);
    expect(new Set(asks).size).toBe(every.length);
    for (const ask of asks) expect(ask.length).toBeGreaterThan(10);
  });
});
