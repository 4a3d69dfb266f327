import { Link } from '@tanstack/react-router';
import type { ConcernPage } from '../../shared/contract/concerns.ts';
import { isUndecided } from '../../shared/policy/concern-stage.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Flag, UrgentPanel } from '../ui/notices.tsx';
import { sendsNothing } from '../words/always-true.ts';
import { whenWords } from '../words/dates.ts';
import { type Silence, silenceOf, standingOf } from './concern-status.ts';
import { acknowledgedBy, tellingsOf } from './entries.ts';

/** Who was told and who has it, in a line: `Told C Illing (today, 4:25pm). Acknowledged by … No decision yet.` */
function lineOf(page: ConcernPage, nameOf: ReturnType<typeof useSignedIn>['nameOf']): string {
  const told = tellingsOf(page.entries).findLast((one) => one.told.reached)?.told;
  const acknowledged = acknowledgedBy(page);
  const { owner } = page.state;
  return [
    told === undefined ? 'No telling is recorded.' : `Told ${told.who} (${whenWords(told.at)}).`,
    acknowledged === null
      ? 'Not acknowledged yet.'
      : `Acknowledged by ${acknowledged.by} (${whenWords(acknowledged.at)}).`,
    owner === null ? '' : `Owner: ${nameOf(owner)}.`,
    page.state.decisions.length === 0 ? 'No decision yet.' : 'Nobody has decided since it was reopened.',
  ]
    .filter(Boolean)
    .join(' ');
}

interface SilenceProps {
  readonly page: ConcernPage;
  readonly silence: Silence;
}

/** In red, over everything: saved is not told. */
function SilencePanel({ page, silence }: SilenceProps) {
  const nobodyTold = silence === 'nobody-told' || !standingOf(page).told;
  const takeover = silence === 'nobody-took-over';
  return (
    <UrgentPanel
      title={
        <span className="due--late">
          {nobodyTold ? 'Saved. Nobody has been told yet' : 'Nobody has taken over the next step yet'}
        </span>
      }
    >
      {takeover ? (
        <p>{nobodyTold ? 'Nobody has taken over the next step yet. ' : ''}Phone the duty GP or the crisis line now.</p>
      ) : null}
      <p>{sendsNothing}</p>
      <p className="no-print">
        <Link to="/concerns/$concern/tell" params={{ concern: page.concern }}>
          {takeover ? 'Record who has taken over' : 'Record who was told'}
        </Link>
      </p>
    </UrgentPanel>
  );
}

/** Where a concern is until somebody has decided, and taken over where somebody must: for whoever raised it, and for whoever has to act. */
export function WhereItStands({ page }: { readonly page: ConcernPage }) {
  const { nameOf } = useSignedIn();
  const { state, stage, mayDecide } = page;
  const silence = silenceOf(standingOf(page));
  const decided = !isUndecided(stage);
  if (decided && silence === null) return null;
  const toAcknowledge = mayDecide && state.owner === null && !decided;
  return (
    <>
      {silence === null ? null : <SilencePanel page={page} silence={silence} />}
      {toAcknowledge || silence !== 'nobody-told' ? (
        <Flag>
          {toAcknowledge ? (
            <p>
              <strong>This concern has not been acknowledged.</strong> Opening it is not acknowledging it. Read what
              happened, then acknowledge it or record a decision.
            </p>
          ) : null}
          {silence === 'nobody-told' ? null : <p>{lineOf(page, nameOf)}</p>}
        </Flag>
      ) : null}
    </>
  );
}
