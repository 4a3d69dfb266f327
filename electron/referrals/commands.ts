import type { referralCalls } from '../../shared/contract/referrals.ts';
import type { ThreadId } from '../../shared/domain/ids.ts';
import { referenceOf } from '../../shared/domain/reference.ts';
import { needsReply, replyNeeded } from '../../shared/domain/referral-answers.ts';
import { endDraft } from '../drafts/commands.ts';
import { citePerson } from '../people/commands.ts';
import { type Context, type Handlers, InvalidInput, mustBeNewest, mustNotLieAhead } from '../store/context.ts';
import { newId } from '../store/ids.ts';

type Commands = Pick<Handlers<typeof referralCalls>, 'send' | 'answer'>;

function send({ draft, ...asked }: Parameters<Commands['send']>[0], context: Context) {
  const { thread, facts } = context.person(asked.person);
  const { practice } = facts.details;
  mustNotLieAhead(context, { sentOn: asked.sentOn });
  if (asked.replyBy === undefined && needsReply(asked.urgency)) throw new InvalidInput({ replyBy: replyNeeded });
  if (asked.replyBy !== undefined && asked.replyBy < asked.sentOn) {
    throw new InvalidInput({ replyBy: 'The reply must be due on or after the day it was sent' });
  }
  // The concern may be about somebody else: a child's, when the mother is referred.
  if (asked.concern !== undefined) context.state('concern', asked.concern);
  const about = asked.person;
  const referral = newId<ThreadId>();
  const event = context.store.commit((writing) => {
    const written = writing.append('referral.sent', { thread: referral, about }, { ...asked, practice });
    const named = asked.recipient === undefined ? [] : [asked.recipient];
    citePerson(writing, { thread, about }, { record: referral, kind: 'referral', by: context.me, practice, named });
    endDraft(writing, context, draft);
    return written;
  });
  return { referral, event, reference: referenceOf('R', referral) };
}

export const referralCommands: Commands = {
  send,
  answer({ referral, seen, draft, ...answer }, context) {
    const state = context.state('referral', referral);
    mustBeNewest(state, seen);
    mustNotLieAhead(context, { answeredOn: answer.answeredOn });
    if (answer.answeredOn < state.facts.sent.sentOn) {
      throw new InvalidInput({ answeredOn: 'The answer must be on or after the day it was sent' });
    }
    return context.store.commit((writing) => {
      endDraft(writing, context, draft);
      return writing.append('referral.answered', { thread: referral, about: state.about }, answer);
    });
  },
};
