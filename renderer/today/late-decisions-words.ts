/** `1 concern has waited 5 days for a decision`, `2 concerns have waited for a decision, the oldest for 5 days`. */
export function lateDecisionsSentence(late: number, waited: string): string {
  return late === 1
    ? `1 concern has waited ${waited} for a decision`
    : `${late} concerns have waited for a decision, the oldest for ${waited}`;
}
