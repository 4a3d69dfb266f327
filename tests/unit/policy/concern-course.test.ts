import { describe, expect, it } from 'vitest';
import type { ThreadId } from '../../../shared/domain/ids.ts';
import { type Stage, stageOf } from '../../../shared/policy/concern-stage.ts';
import { named, staffOf } from '../../factories/events.ts';
import { make, working } from './attempts.ts';
import { Course, courseContents as said } from './course.ts';
import { day, threads } from './records.ts';

const begin = () => new Course(make, working, staffOf('raiser'));
const stage = (course: Course): Stage => stageOf(course.concern.facts);

/** Referred outside: the id of the referral. */
function refer(course: Course) {
  course.decide('refer-outside');
  return course.take('concern.referred-outside', 'lead', said['concern.referred-outside']());
}

describe('the stage of a concern', () => {
  it('goes from raised to closed and back, as people write what happened', () => {
    const course = begin();
    expect(stage(course)).toBe('raised');
    course.take('concern.acknowledged', 'lead', { owner: staffOf('lead') });
    expect(stage(course)).toBe('acknowledged');
    course.decide('refer-outside');
    expect(stage(course)).toBe('triaged');
    const referral = course.take('concern.referred-outside', 'raiser', said['concern.referred-outside']());
    expect(stage(course)).toBe('referred-awaiting');
    for (const answer of ['acknowledged', 'not-accepted', 'accepted'] as const) {
      course.take('concern.outside-answered', 'raiser', { ...said['concern.outside-answered'](referral), answer });
      expect(stage(course)).toBe(`referred-${answer}`);
    }
    course.decide('internal-action');
    expect(stage(course)).toBe('internal-action');
    course.decide('keep-open-and-review');
    expect(stage(course)).toBe('monitoring');
    course.take('concern.closed', 'lead', said['concern.closed']());
    expect(stage(course)).toBe('closed');
    course.take('concern.reopened', 'deputy', said['concern.reopened']());
    // What was decided before no longer says what happens next.
    expect(stage(course)).toBe('acknowledged');
  });

  it('of several referrals is that of the one that needs most', () => {
    const course = begin();
    const first = refer(course);
    course.take('concern.referred-outside', 'lead', { ...said['concern.referred-outside'](), destination: 'police' });
    course.take('concern.outside-answered', 'lead', said['concern.outside-answered'](first));
    expect(stage(course)).toBe('referred-awaiting');
  });

  it('is closed by a decision that nothing more is done, until it is reopened and decided anew', () => {
    const course = begin();
    course.decide('no-further-action');
    expect(stage(course)).toBe('closed');
    course.take('concern.reopened', 'lead', said['concern.reopened']());
    expect(stage(course)).toBe('acknowledged');
    expect(course.try('concern.reopened', 'lead', said['concern.reopened']())).toBe('This concern is not closed.');
    course.decide('no-further-action');
    expect(stage(course)).toBe('closed');
  });

  it('is a duplicate or an error for as long as nobody takes that back', () => {
    const course = begin();
    course.take('concern.linked', 'lead', { ...said['concern.linked'](), as: 'duplicate' });
    expect(stage(course)).toBe('duplicate');
    course.take('concern.unlinked', 'lead', said['concern.unlinked']());
    course.take('concern.entered-in-error', 'raiser', said['concern.entered-in-error']());
    expect(stage(course)).toBe('entered-in-error');
    course.take('concern.error-taken-back', 'deputy', said['concern.error-taken-back']());
    expect(stage(course)).toBe('raised');
  });
});

describe('closing', () => {
  const close = (course: Course) => course.try('concern.closed', 'lead', said['concern.closed']());

  it('wants a decision first', () => {
    expect(close(begin())).toMatch(/^Record a decision first/);
  });

  it('wants what came of open actions', () => {
    const course = begin();
    const decision = course.decide('internal-action', [{ what: 'Ring', owner: staffOf('raiser'), dueOn: day }]);
    expect(close(course)).toMatch(/^Actions are open/);
    course.take('concern.action-done', 'raiser', { decision, action: 0, outcome: 'He answered.' });
    expect(close(course)).toBeNull();
  });

  it('wants the answers to referrals and escalations', () => {
    const course = begin();
    const referral = refer(course);
    expect(close(course)).toMatch(/^A referral outside has no answer yet/);
    course.take('concern.outside-answered', 'lead', said['concern.outside-answered'](referral));
    const escalation = course.take('concern.escalated', 'raiser', said['concern.escalated']());
    expect(close(course)).toMatch(/^An escalation has no answer yet/);
    const answer = said['concern.escalation-answered'](escalation);
    course.take('concern.escalation-answered', 'raiser', answer);
    expect(course.try('concern.escalation-answered', 'raiser', answer)).toMatch(/recorded already/);
    expect(close(course)).toBeNull();
    expect(close(course)).toMatch(/^This concern is closed/);
    expect(course.try('concern.advice-taken', 'raiser', said['concern.advice-taken']())).toMatch(
      /^This concern is closed/,
    );
  });
});

describe('bad input', () => {
  it('a concern linked to itself, or twice, or answered for a referral of another one', () => {
    const course = begin();
    const link = said['concern.linked']();
    expect(course.try('concern.linked', 'lead', { ...link, to: threads.concern })).toMatch(/linked to itself/);
    course.take('concern.linked', 'lead', link);
    expect(course.try('concern.linked', 'lead', link)).toBe('They are linked already.');
    const answer = said['concern.outside-answered'](course.newest);
    expect(course.try('concern.outside-answered', 'lead', answer)).toBe('This concern has no such referral.');
    const unlink = { ...said['concern.unlinked'](), to: named<ThreadId>('a third concern') };
    expect(course.try('concern.unlinked', 'lead', unlink)).toBe('They are not linked.');
  });
});
