import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../shared/domain/ids.ts';
import type { ContentOf } from '../../../shared/events/index.ts';
import { apply } from '../../../shared/policy/apply.ts';
import { entitled } from '../../../shared/policy/entitled.ts';
import { readersOf } from '../../../shared/policy/readers.ts';
import { EventMaker } from '../../factories/events.ts';
import { who, workingRegister } from './cast.ts';
import { concernContent, Records, threads, walter } from './records.ts';

// A concern that one colleague wrote down for another.

const make = new EventMaker();
const records = new Records(make, who('raiser'));
const working = workingRegister(make);
const onConcern = { thread: threads.concern, about: walter };

function raisedFor(staff: StaffId) {
  const content = { ...concernContent(), recordedFor: { name: 'Tom F.', role: 'Link worker', staff } };
  return make.event('concern.raised', who('raiser'), onConcern, content);
}

describe('recording for somebody else', () => {
  it('is for a colleague who works here, and not for oneself', () => {
    expect(entitled(raisedFor(who('otherWorker')), null, working)).toBeNull();
    expect(entitled(raisedFor(who('raiser')), null, working)).toBe('Choose the colleague who told you, not yourself.');
    expect(entitled(raisedFor(who('leaver')), null, working)).toMatch(/^Whoever told you does not work here\./);
  });

  it('is not for a colleague who may not read about the person', () => {
    const connected = { ...working, connections: [{ staff: who('otherWorker'), person: walter }] };
    expect(entitled(raisedFor(who('otherWorker')), null, connected)).toMatch(/^Whoever told you has declared/);
  });

  it('lets them read it for as long as they work here', () => {
    expect(readersOf(records.recordedFor(who('otherWorker')), working, 0)).toContain(who('otherWorker'));
    expect(readersOf(records.recordedFor(who('leaver')), working, 0)).not.toContain(who('leaver'));
  });

  it('takes a name and a role of anybody else', () => {
    const content = { ...concernContent(), recordedFor: { name: 'J Reeve', role: 'Receptionist' } };
    expect(entitled(make.event('concern.raised', who('raiser'), onConcern, content), null, working)).toBeNull();
  });
});

describe('saying if it is right', () => {
  const answer = (
    content: Omit<ContentOf<'concern.confirmed'>, 'v'>,
    state = records.recordedFor(who('otherWorker')),
  ) => entitled(make.event('concern.confirmed', who('otherWorker'), onConcern, content), state, working);

  it('happens once, and says what is not right', () => {
    expect(answer({ agrees: 'yes', note: undefined })).toBeNull();
    expect(answer({ agrees: 'something-to-add', note: 'It was on Monday.' })).toBeNull();
    expect(answer({ agrees: 'something-to-add', note: undefined })).toBe('Enter what is missing or not right.');
    expect(answer({ agrees: 'yes', note: undefined }, records.recordedFor(who('otherWorker'), 'yes'))).toBe(
      'You have answered this already. You can add more information instead.',
    );
  });

  it('stands in the concern with whoever said it', () => {
    const state = records.recordedFor(who('otherWorker'), 'something-to-add');
    if (state.kind !== 'concern') throw new Error('not a concern');
    expect(state.facts.confirmed).toMatchObject({
      agrees: 'something-to-add',
      note: 'It was on Monday.',
      by: who('otherWorker'),
    });
  });

  it('answers with what was known from the first minute', () => {
    const content = { ...concernContent(), facts: { ownWords: '“Leave it.”' } };
    const state = apply(null, make.event('concern.raised', who('raiser'), onConcern, content));
    if (state.kind !== 'concern') throw new Error('not a concern');
    expect([...state.facts.given]).toEqual(['ownWords']);
    expect(state.facts.facts).toEqual({ ownWords: '“Leave it.”' });
  });
});
