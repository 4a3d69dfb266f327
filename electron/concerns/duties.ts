import type { concernDutyCalls } from '../../shared/contract/concern-duties.ts';
import { timeAhead } from '../../shared/domain/first-minute.ts';
import { sharingProblems } from '../../shared/domain/sharing-decision.ts';
import { endDraft } from '../drafts/commands.ts';
import { type Handlers, InvalidInput } from '../store/context.ts';

/** What the law wants written down beside a decision. */
export const dutyCommands: Omit<Handlers<typeof concernDutyCalls>, 'awaited'> = {
  decideSharing({ concern, draft, ...said }, context) {
    const { about, facts } = context.concern(concern);
    const problems = sharingProblems(said, facts.facts.agreesOutside?.answer);
    if (Object.keys(problems).length > 0) throw new InvalidInput(problems);
    return context.store.commit((writing) => {
      endDraft(writing, context, draft);
      return writing.append('concern.sharing-decided', { thread: concern, about }, said);
    });
  },
  recordReport({ concern, ...said }, context) {
    const { about } = context.concern(concern);
    if (said.at !== null && said.at > context.store.now().toISOString()) throw new InvalidInput({ at: timeAhead });
    return context.store.commit((writing) =>
      writing.append('concern.report-recorded', { thread: concern, about }, said),
    );
  },
};
