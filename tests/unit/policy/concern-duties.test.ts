import { describe, expect, it } from 'vitest';
import { EventMaker, staffOf } from '../../factories/events.ts';
import { workingRegister } from './cast.ts';
import { Course } from './course.ts';
import { reportContent, sharingContent } from './duties.ts';
import { decidedContent } from './records.ts';

const make = new EventMaker();
const register = workingRegister(make);
const begin = (): Course => new Course(make, register, staffOf('raiser'));

describe('the decision to share', () => {
  it('names a ground, and not an agreement that was refused', () => {
    const course = begin();
    course.take('concern.decided', 'lead', { ...decidedContent(), agreesOutside: 'no' });
    expect(course.try('concern.sharing-decided', 'lead', sharingContent({ grounds: [] }))).toMatch(
      /why it may be shared/,
    );
    expect(course.try('concern.sharing-decided', 'lead', sharingContent({ grounds: ['agreement'] }))).toMatch(/agree/);
    expect(course.try('concern.sharing-decided', 'lead', sharingContent())).toBeNull();
    expect(course.concern.facts.duties.sharings).toMatchObject([{ shared: true, grounds: ['public-interest'] }]);
  });

  it('not to share what helps to keep a child safe says why sharing would harm the child more', () => {
    const course = begin();
    const kept = { shared: false, grounds: [], forChild: true };
    expect(course.try('concern.sharing-decided', 'lead', sharingContent(kept))).toMatch(/harm the child more/);
    const said = sharingContent({ ...kept, detriment: 'He would be sent abroad.' });
    expect(course.try('concern.sharing-decided', 'lead', said)).toBeNull();
  });

  it('says why the person was not told', () => {
    const course = begin();
    expect(course.try('concern.sharing-decided', 'lead', sharingContent({ told: 'not-safe' }))).toMatch(/not told/);
  });

  it('takes no part of a decision away: a later one stands beside it', () => {
    const course = begin();
    course.take('concern.sharing-decided', 'lead', sharingContent({ shared: false, grounds: [] }));
    course.take('concern.sharing-decided', 'deputy', sharingContent());
    expect(course.concern.facts.duties.sharings.map(({ shared }) => shared)).toEqual([false, true]);
  });
});

describe('a personal report', () => {
  it('stands also on a closed concern, so nobody can stop it', () => {
    const course = begin();
    course.decide('no-further-action');
    expect(course.try('concern.report-recorded', 'raiser', reportContent())).toBeNull();
    expect(course.concern.facts.duties.reports).toHaveLength(1);
  });

  it('says both when and to whom, or neither yet', () => {
    const course = begin();
    expect(course.try('concern.report-recorded', 'raiser', reportContent({ at: null }))).toMatch(/when/);
    expect(course.try('concern.report-recorded', 'raiser', reportContent({ reportedTo: undefined }))).toMatch(
      /who it was/,
    );
    const taken = reportContent({ at: null, reportedTo: undefined });
    expect(course.try('concern.report-recorded', 'raiser', taken)).toBeNull();
  });

  it('is of a duty that the words know', () => {
    expect(begin().try('concern.report-recorded', 'raiser', reportContent({ duty: 'fgm' }))).toMatch(/no such duty/);
  });
});

describe('an escalation', () => {
  it('may be made by whoever raised it, past everybody, also against a decision that closed it', () => {
    const course = begin();
    course.decide('no-further-action');
    const said = {
      about: 'inside',
      step: 3,
      stepName: 'Named GP',
      to: 'Dr Ashdown-Pike',
      disagreement: 'He is still at risk.',
      answerDue: null,
    } as const;
    expect(course.try('concern.escalated', 'raiser', said)).toBeNull();
    expect(course.try('concern.escalated', 'otherWorker', said)).not.toBeNull();
  });
});
