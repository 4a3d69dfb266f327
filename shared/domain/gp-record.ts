import { dayAfter, dayInEngland, type Instant, type IsoDate } from './calendar.ts';
import list from './words/gp-record-codes.json' with { type: 'json' };

/** A SNOMED CT code that somebody may choose when they copy a concern to the GP record, and for whom. */
export interface GpRecordCode {
  readonly code: string;
  readonly term: string;
  readonly for: 'adult' | 'child' | 'any';
}

export interface GpRecordCodes {
  readonly codes: readonly GpRecordCode[];
  /** The day on which somebody last looked in the GP system that they are right; null when nobody has yet. */
  readonly checkedOn: IsoDate | null;
}

/** The codes that the log comes with (domain.md 7.1). Managers correct them: codes change. */
export const gpRecordCodesAtFirst: GpRecordCodes = {
  codes: list.codes as readonly GpRecordCode[], // `as`: JSON knows no unions.
  checkedOn: null,
};

/** Those for an adult or a child, their own before those for anybody. All of them where the age is not known. */
export function codesFor(codes: readonly GpRecordCode[], who: 'adult' | 'child' | null): readonly GpRecordCode[] {
  if (who === null) return codes;
  return [...codes.filter((code) => code.for === who), ...codes.filter((code) => code.for === 'any')];
}

/** A code as an entry holds it: `766561000000109 Adult safeguarding concern (finding)`. */
export function codeText({ code, term }: Pick<GpRecordCode, 'code' | 'term'>): string {
  return `${code} ${term}`;
}

/** Whether a concern raised then should stand in the GP record by `today`. @param days the setting */
export function isDueInGpRecord(raisedAt: Instant, days: number, today: IsoDate): boolean {
  return today >= dayAfter(dayInEngland(new Date(raisedAt)), days);
}
