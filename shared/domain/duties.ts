import list from './words/duties.json' with { type: 'json' };

/** Words that some categories need at once: data, so that they can be changed when the law does. */
export interface Duty {
  readonly category: string;
  readonly title: string;
  readonly words: string;
  /** Only about somebody younger than this. */
  readonly under?: number;
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
