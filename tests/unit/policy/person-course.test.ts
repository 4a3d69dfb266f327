import { describe, expect, it } from 'vitest';
import type { EventId } from '../../../shared/domain/ids.ts';
import type { ThreadEvent } from '../../../shared/events/index.ts';
import { apply } from '../../../shared/policy/apply.ts';
import { entitled } from '../../../shared/policy/entitled.ts';
import type { AnyThreadState } from '../../../shared/policy/kinds.ts';
import { type PersonCourseType } from '../../../shared/policy/person-course.ts';
import { EventMaker, named, staffOf } from '../../factories/events.ts';
import { workingRegister } from './cast.ts';
import { olive, onWalter } from './person-course.ts';
import { Records, threads, walter } from './records.ts';

const make = new EventMaker();
const register = workingRegister(make);
const records = new Records(make, staffOf('raiser'));

/** Each is tried by the rules before it is taken. */
function after(...taken: readonly PersonCourseType[]): AnyThreadState {
  return taken.reduce((state, type) => {
    const event = onWalter(make, type, staffOf('lead'));
    expect(entitled(event, state, register)).toBeNull();
    return apply(state, event);
  }, records.cited('concern'));
}

const refusal = (state: AnyThreadState, type: PersonCourseType, of?: EventId) =>
  entitled(onWalter(make, type, staffOf('lead'), of), state, register);

const courseOf = (state: AnyThreadState) => {
  if (state.kind !== 'person') throw new Error('nobody');
  return state.facts.course;
};

describe('two records of one person', () => {
  it('are joined once, until that is taken back', () => {
    expect(refusal(after('person.joined'), 'person.joined')).toMatch('joined to another one already');
    expect(refusal(after(), 'person.parted')).toBe('These two records are not joined.');
    const parted = after('person.joined', 'person.parted');
    expect(courseOf(parted).joined).toBeNull();
    expect(refusal(parted, 'person.joined')).toBeNull();
  });

  it('are never the same record twice', () => {
    const content = { with: walter, why: 'A slip.' };
    const event: ThreadEvent = make.event(
      'person.joined',
      staffOf('lead'),
      { thread: threads.person, about: walter },
      content,
    );
    expect(entitled(event, after(), register)).toBe('Choose two different records.');
  });

  it('that were kept apart can be joined after all, and then are apart no more', () => {
    const apart = after('person.kept-apart');
    expect(courseOf(apart).keptApart).toEqual([olive]);
    expect(refusal(apart, 'person.kept-apart')).toMatch('recorded already');
    expect(courseOf(after('person.kept-apart', 'person.joined')).keptApart).toEqual([]);
  });
});

it('who lives there is recorded once, and taken back only where it stands', () => {
  const linked = after('person.household-linked');
  expect(refusal(linked, 'person.household-linked')).toMatch('recorded already');
  expect(refusal(after(), 'person.household-unlinked')).toBe('It is not recorded that they live there.');
  expect(courseOf(after('person.household-linked', 'person.household-unlinked')).household).toEqual([]);
});

it('an event from elsewhere is taken back once, and stays with the reason', () => {
  const added = onWalter(make, 'person.event-added', staffOf('raiser'));
  const state = apply(after(), added);
  expect(refusal(state, 'person.event-withdrawn', named<EventId>('another'))).toBe('This person has no such event.');
  const withdrawn = apply(state, onWalter(make, 'person.event-withdrawn', staffOf('lead'), added.id));
  expect(courseOf(withdrawn).events).toMatchObject([{ event: added.id, withdrawn: 'Another flat.' }]);
  expect(refusal(withdrawn, 'person.event-withdrawn', added.id)).toBe('This event is taken back already.');
});
