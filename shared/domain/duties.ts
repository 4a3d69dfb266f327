import list from './words/duties.json' with { type: 'json' };

/** Words that some categories need at once: data, so that they can be changed when the law does. */
export interface Duty {
  readonly category: string;
  readonly title: string;
  readonly words: string;
  /** Only about somebody younger than this. */
  readonly under?: number;
  /** Said at length on the page of a concern. */
  readonly onConcern?: {
    readonly text: readonly string[];
    /** Whether the concern asks who reports it until somebody wrote that down; else the words are all. */
    readonly asksReporter: boolean;
  };
}

const duties: readonly Duty[] = list.duties;

/** When somebody last compared the words with the law and the guidance. */
export const dutiesCheckedOn: string = list.lastChecked;

/** What has to be said about these categories. Who is of unknown age may be young enough. */
export function dutiesFor(categories: readonly string[], age: number | undefined): readonly Duty[] {
  return duties.filter(
    ({ category, under }) => categories.includes(category) && (under === undefined || age === undefined || age < under),
  );
}

/** Whether somebody reports it personally, and the concern notes who. @param duty the category that brings it up */
export function isReported(duty: string): boolean {
  return duties.some(({ category, onConcern }) => category === duty && onConcern?.asksReporter === true);
}
