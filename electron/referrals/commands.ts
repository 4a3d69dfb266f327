import type { referralCalls } from '../../shared/contract/referrals.ts';
import type { StaffId, ThreadId } from '../../shared/domain/ids.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { needsReply, replyNeeded } from '../../shared/domain/referral-answers.ts';
import { namedOwnerNeeded, needsNamedOwner } from '../../shared/domain/referral-course.ts';
import { readersAt } from '../../shared/policy/readers.ts';
import type { Verdict } from '../../shared/policy/thread.ts';
import { endDraft } from '../drafts/commands.ts';
import { citePerson } from '../people/commands.ts';
import { type Context, type Handlers, InvalidInput, mustBeNewest, mustNotLieAhead } from '../store/context.ts';
import { newId } from '../store/ids.ts';
import { Refused, type Writing } from '../store/log/write.ts';
import { wouldRefuse } from '../store/would.ts';
import { referralCourseCommands } from './course.ts';

interface Handing {
  readonly to: StaffId;
  readonly why: string;
}

/** Why handing a referral over would be refused, or null. */
export function refusalOfReferral(context: Context, referral: ThreadId, handing: Handing): Verdict {
  const state = context.state('referral', referral);
  const refusal = wouldRefuse(context, 'referral.handed-over', { thread: referral, about: state.about }, handing);
  if (refusal !== null || readersAt(state, context.register).includes(handing.to)) return refusal;
  // Whoever goes on with it has to read who it is about, and only somebody who reads that can let them.
  return context.store.threadOfPerson(state.facts.sent.person) === undefined
    ? 'Choose somebody who reads this referral already.'
    : null;
}

/** Hands a referral to a colleague who then waits for its answer, inside a transaction. @throws Refused */
export function handOverReferral(context: Context, writing: Writing, referral: ThreadId, handing: Handing): void {
  const { about, facts, ...state } = context.state('referral', referral);
  const { person, practice, recipient } = facts.sent;
  const reads = readersAt({ ...state, about, facts }, context.register).includes(handing.to);
  writing.append('referral.handed-over', { thread: referral, about }, handing);
  if (reads) return;
  const named = [...(recipient === undefined ? [] : [recipient]), handing.to];
  const citation = { record: referral, kind: 'referral', by: facts.sentBy, practice, named } as const;
  citePerson(writing, { thread: context.person(person).thread, about: person }, citation);
}

type Commands = Pick<Handlers<typeof referralCalls>, 'send' | 'answer'> & typeof referralCourseCommands;

function send({ draft, ...asked }: Parameters<Commands['send']>[0], context: Context) {
  const { thread, facts } = context.person(asked.person);
  if (facts.practiceRun) throw new Refused('This person is invented, for practice. Nobody can be referred for them.');
  const { practice } = facts.details;
  mustNotLieAhead(context, { sentOn: asked.sentOn });
  if (asked.replyBy === undefined && needsReply(asked.urgency)) throw new InvalidInput({ replyBy: replyNeeded });
  if (asked.replyBy !== undefined && asked.replyBy < asked.sentOn) {
    throw new InvalidInput({ replyBy: 'The reply must be due on or after the day it was sent' });
  }
  // The concern may be about somebody else: a child's, when the mother is referred.
  if (asked.concern !== undefined) context.state('concern', asked.concern);
  const about = asked.person;
  const rung = context.register.settings.urgencyLadder.find(({ urgency }) => urgency === asked.urgency);
  const called = rung === undefined ? {} : { urgencyName: rung.name };
  const referral = newId<ThreadId>();
  const event = context.store.commit((writing) => {
    const written = writing.append('referral.sent', { thread: referral, about }, { ...asked, practice, ...called });
    const named = asked.recipient === undefined ? [] : [asked.recipient];
    citePerson(writing, { thread, about }, { record: referral, kind: 'referral', by: context.me, practice, named });
    endDraft(writing, context, draft);
    return written;
  });
  return { referral, event, reference: referenceOf('R', referral) };
}

export const referralCommands: Commands = {
  ...referralCourseCommands,
  send,
  answer({ referral, seen, draft, ...answer }, context) {
    const state = context.state('referral', referral);
    mustBeNewest(state, seen);
    mustNotLieAhead(context, { answeredOn: answer.answeredOn });
    if (answer.answeredOn < state.facts.sent.sentOn) {
      throw new InvalidInput({ answeredOn: 'The answer must be on or after the day it was sent' });
    }
    if (answer.from === undefined && needsNamedOwner(state.facts.sent.urgency, answer.answer)) {
      throw new InvalidInput({ from: namedOwnerNeeded });
    }
    return context.store.commit((writing) => {
      endDraft(writing, context, draft);
      return writing.append('referral.answered', { thread: referral, about: state.about }, answer);
    });
  },
};
