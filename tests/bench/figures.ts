/** One thing measured, against the limit that an issue set for it. */
export interface Figure {
  readonly name: string;
  readonly ratio: number;
  readonly aim: number;
  readonly better: 'lower' | 'higher';
  readonly detail: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('there is no median of nothing');
  return middle;
}

export function holds({ ratio, aim, better }: Figure): boolean {
  return better === 'lower' ? ratio <= aim : ratio >= aim;
}

/** Milliseconds that `work` takes. */
export function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** Collects garbage of earlier runs, so that no run pays for another. Needs `--expose-gc`. */
export function settle(): void {
  globalThis.gc?.();
}
