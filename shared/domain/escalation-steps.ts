import ladders from './words/escalation-ladders.json' with { type: 'json' };

/** Local ladders have four or five steps (domain.md 3.4). */
export const mostEscalationSteps = 6;
export const mostAnswerDays = 60;

/** One step of a ladder, as an area names it. */
export interface EscalationStep {
  readonly name: string;
  /** Within how many working days an answer is due; null where the ladder sets none. */
  readonly answerDays: number | null;
}

/** Against what somebody outside answered, until a practice writes down the ladder of its own area. */
export const ladderAtFirst: readonly EscalationStep[] = ladders.outside;

/** Against a decision of this practice. Past the supervisor and past the lead: nobody has to agree to it. */
export const ladderInside: readonly EscalationStep[] = ladders.inside;
