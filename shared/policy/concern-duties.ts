import type { Facts } from '../domain/concern-facts.ts';
import { isReported } from '../domain/duties.ts';
import { sharingProblems } from '../domain/sharing-decision.ts';
import type { concernDuties } from '../events/concern-duties.ts';
import type { ContentOf, ContentType, ThreadEvent } from '../events/index.ts';
import type { Entry } from './concern-stage.ts';
import type { Verdict } from './thread.ts';

export type DutyType = keyof typeof concernDuties & ContentType;
type Said<T extends DutyType> = Omit<ContentOf<T>, 'v'>;

export type SharingDecision = Entry & Said<'concern.sharing-decided'>;
export type DutyReport = Entry &
  Omit<Said<'concern.report-recorded'>, 'at'> & {
    /** Null as long as they have taken it on and not yet reported. */
    readonly reportedAt: Said<'concern.report-recorded'>['at'];
  };

/** What was written about the duties of a concern, oldest first. */
export interface ConcernDuties {
  readonly sharings: readonly SharingDecision[];
  readonly reports: readonly DutyReport[];
}

export const noDuties: ConcernDuties = { sharings: [], reports: [] };

/** Why a decision about sharing may not stand, or null. @param decides null where the actor is one who decides */
export function maySayShared(
  { content }: ThreadEvent<'concern.sharing-decided'>,
  { facts }: { readonly facts: Facts },
  decides: Verdict,
): Verdict {
  return decides ?? Object.values(sharingProblems(content, facts.agreesOutside?.answer))[0] ?? null;
}

/** Whoever reads a concern records a personal report, also of a closed one: nobody can stop it. */
export function mayReport({ content }: ThreadEvent<'concern.report-recorded'>): Verdict {
  if (!isReported(content.duty)) return 'There is no such duty to report.';
  const done = content.at !== null;
  if (done === (content.reportedTo !== undefined)) return null;
  return done ? 'Select who it was reported to.' : 'Enter when it was reported.';
}

export function withSharing(
  duties: ConcernDuties,
  { id, actor, at, content }: ThreadEvent<'concern.sharing-decided'>,
): ConcernDuties {
  const { v: _, ...said } = content;
  return { ...duties, sharings: [...duties.sharings, { ...said, event: id, by: actor, at }] };
}

export function withReport(
  duties: ConcernDuties,
  { id, actor, at, content }: ThreadEvent<'concern.report-recorded'>,
): ConcernDuties {
  const { v: _, at: reportedAt, ...said } = content;
  return { ...duties, reports: [...duties.reports, { ...said, event: id, by: actor, at, reportedAt }] };
}
