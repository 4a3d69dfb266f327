import list from './words/duties-to-report.json' with { type: 'json' };

/** A personal duty to report, or a prompt about one, as its words are today. */
export interface DutyToReport {
  readonly id: string;
  /** Of a concern with one of these. */
  readonly categories: readonly string[];
  readonly title: string;
  readonly text: readonly string[];
  /** Whether the concern asks who reports it until somebody wrote that down; else the words are all. */
  readonly asksReporter: boolean;
}

export const dutiesCheckedOn: string = list.lastChecked;

/** The duties that a concern brings up, by its categories. The words are data with the day on which they were checked. */
export function dutiesOf(categories: readonly string[]): readonly DutyToReport[] {
  return list.duties.filter((duty) => duty.categories.some((category) => categories.includes(category)));
}

export function isDuty(id: string): boolean {
  return list.duties.some((duty) => duty.id === id);
}
