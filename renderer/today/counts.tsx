import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import type { ConcernActionLine, ConcernLine } from '../../shared/contract/concerns.ts';
import type { ReferralLine } from '../../shared/contract/referrals.ts';
import type { SupervisionDue } from '../../shared/contract/supervision.ts';
import { isLate } from '../../shared/domain/concern-deadlines.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { isUndecided } from '../../shared/policy/concern-stage.ts';
import { isReal, isWaiting, silenceOf, silenceWords } from '../concerns/concern-status.ts';
import { useLook } from '../look.tsx';
import { type SignedIn, useSignedIn } from '../signed-in.tsx';
import { Problem } from '../ui/problem.tsx';
import { Tile, Tiles } from '../ui/tiles.tsx';
import { dueWords } from '../words/dates.ts';

type TileFacts = Pick<ComponentProps<typeof Tile>, 'count' | 'tone' | 'link' | 'meta'> & { readonly key: string };

/** What the tile says of concerns of mine that are silent, of one kind or of both. */
function silentWords(silent: readonly ConcernLine[]): string {
  const [first, ...others] = new Set(silent.map(silenceOf));
  if (first === undefined || first === null || others.length > 0) return 'Concerns nobody has in hand yet';
  if (silent.length === 1) return silenceWords[first];
  return first === 'nobody-told' ? 'Concerns nobody was told of' : 'Concerns nobody has taken over';
}

function concernTiles(concerns: readonly ConcernLine[], { isLead, isSupervisor }: SignedIn): readonly TileFacts[] {
  const mine = concerns.filter((line) => line.mine);
  const silent = mine.filter((line) => silenceOf(line) !== null);
  const waiting = concerns.filter((line) => line.mayDecide && isWaiting(line));
  const link = (show: string, words: string) => (
    <Link to="/concerns" search={{ show }}>
      {words}
    </Link>
  );
  const tiles: TileFacts[] = [];
  if (silent.length > 0) {
    tiles.push({
      key: 'untold',
      count: silent.length,
      tone: 'red',
      link: link('mine', silentWords(silent)),
      meta: 'Saved is not told',
    });
  }
  if (isLead || (isSupervisor && waiting.length > 0)) {
    const unowned = waiting.filter(({ owner }) => owner === null).length;
    const late = waiting.filter(({ due }) => isLate(due, new Date())).length;
    const untaken = waiting.filter((line) => silenceOf(line) === 'nobody-took-over').length;
    tiles.push({
      key: 'waiting',
      count: waiting.length,
      tone: waiting.length > 0 ? 'red' : 'grey',
      link: link('waiting', waiting.length === 1 ? 'Concern waiting for you' : 'Concerns waiting for you'),
      meta:
        untaken > 0
          ? `${untaken} that nobody has taken over`
          : waiting.length === 0
            ? 'None waiting'
            : late > 0
              ? `${late} late`
              : unowned === 0
                ? 'All have an owner'
                : `${unowned} without an owner`,
    });
  }
  if (!isLead) {
    const open = mine.filter(({ stage }) => isUndecided(stage)).length;
    tiles.push({
      key: 'mine',
      count: mine.length,
      tone: 'blue',
      link: link('mine', mine.length === 1 ? 'Your concern' : 'Your concerns'),
      meta: mine.length === 0 ? 'None yet' : open === 0 ? 'All have a decision' : `${open} without a decision`,
    });
  }
  return tiles;
}

function actionsTile(lines: readonly ConcernActionLine[], me: StaffId): TileFacts {
  const actions = lines.filter(({ owner, done }) => owner === me && done === null);
  const late = actions.filter(({ dueOn }) => dueOn !== null && dueWords(dueOn).late).length;
  return {
    key: 'actions',
    count: actions.length,
    tone: late > 0 ? 'red' : 'blue',
    link: <a href="#your-actions">{actions.length === 1 ? 'Action for you' : 'Actions for you'}</a>,
    meta: late === 0 ? 'None overdue' : `${late} overdue`,
  };
}

function referralsTile(lines: readonly ReferralLine[]): TileFacts {
  const referrals = lines.filter(({ forMe }) => forMe);
  const late = referrals.filter((line) => line.late || line.unseenTooLong).length;
  return {
    key: 'referrals',
    count: referrals.length,
    tone: late > 0 ? 'amber' : 'grey',
    link: (
      <Link to="/referrals">
        {referrals.length === 1 ? 'Referral for you to ask about' : 'Referrals for you to ask about'}
      </Link>
    ),
    meta: late === 0 ? 'None late' : `${late} late`,
  };
}

function supervisionTile(due: readonly SupervisionDue[]): TileFacts {
  const overdue = due.filter(({ state }) => state === 'overdue').length;
  return {
    key: 'supervision',
    count: overdue,
    tone: overdue > 0 ? 'amber' : 'grey',
    link: <Link to="/supervision">{overdue === 1 ? 'Supervision overdue' : 'Supervisions overdue'}</Link>,
    meta: due.length === 0 ? 'Nobody named yet' : `of ${due.length}`,
  };
}

/** What could be counted. What could not is no zero: it says so instead. */
function WorkCounts() {
  const signedIn = useSignedIn();
  const concerns = useLook('concerns', 'list', {});
  const actions = useLook('concerns', 'actions', {});
  const referrals = useLook('referrals', 'list', {});
  const due = useLook('supervision', 'due', {});
  const tiles = [
    ...(concerns.data === undefined ? [] : concernTiles(concerns.data.filter(isReal), signedIn)),
    ...(actions.data === undefined ? [] : [actionsTile(actions.data.filter(isReal), signedIn.register.me)]),
    ...(referrals.data === undefined ? [] : [referralsTile(referrals.data)]),
    ...(due.data === undefined ? [] : [supervisionTile(due.data)]),
  ];
  const failed = [concerns, actions, referrals, due].filter(({ error }) => error !== null);
  return (
    <>
      {failed.length > 0 && (
        <Problem
          sentence={`Not everything that waits for you could be counted. ${failed[0]?.error?.message}`}
          onAgain={() => {
            for (const look of failed) void look.refetch();
          }}
        />
      )}
      <Tiles label="What waits for you">
        {tiles.map(({ key, ...tile }) => (
          <Tile key={key} {...tile} />
        ))}
      </Tiles>
    </>
  );
}

/** Counts at the head of Today. A manager reads no record, so nothing about people is counted for them. */
export function Counts() {
  const { isLead, isSupervisor, isLinkWorker } = useSignedIn();
  return isLead || isSupervisor || isLinkWorker ? <WorkCounts /> : null;
}
