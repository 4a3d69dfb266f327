import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import { isWaiting, silenceOf, silenceWords } from '../concerns/concern-status.ts';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
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

function useConcernTiles(): readonly TileFacts[] {
  const { isLead, isSupervisor } = useSignedIn();
  const concerns = useLook('concerns', 'list', {}).data ?? [];
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
    const untaken = waiting.filter((line) => silenceOf(line) === 'nobody-took-over').length;
    tiles.push({
      key: 'waiting',
      count: waiting.length,
      tone: waiting.length > 0 ? 'red' : 'grey',
      link: link('waiting', waiting.length === 1 ? 'Concern waiting for you' : 'Concerns waiting for you'),
      meta:
        untaken > 0
          ? `${untaken} that nobody has taken over`
          : unowned === 0
            ? 'All have an owner'
            : `${unowned} without an owner`,
    });
  }
  if (!isLead) {
    const open = mine.filter(({ decision }) => decision === null).length;
    tiles.push({
      key: 'mine',
      count: mine.length,
      tone: 'blue',
      link: link('mine', mine.length === 1 ? 'Your concern' : 'Your concerns'),
      meta: open === 0 ? 'All have a decision' : `${open} without a decision`,
    });
  }
  return tiles;
}

function useWorkTiles(): readonly TileFacts[] {
  const { register } = useSignedIn();
  const actions = (useLook('concerns', 'actions', {}).data ?? []).filter(
    ({ owner, done }) => owner === register.me && done === null,
  );
  const referrals = (useLook('referrals', 'list', {}).data ?? []).filter(({ answer }) => answer === null);
  const due = useLook('supervision', 'due', {}).data ?? [];
  const lateActions = actions.filter(({ dueOn }) => dueOn !== null && dueWords(dueOn).late).length;
  const lateReferrals = referrals.filter(({ late }) => late).length;
  const overdue = due.filter(({ state }) => state === 'overdue' || state === 'never-met').length;
  return [
    {
      key: 'actions',
      count: actions.length,
      tone: lateActions > 0 ? 'red' : 'blue',
      link: <a href="#your-actions">{actions.length === 1 ? 'Action for you' : 'Actions for you'}</a>,
      meta: lateActions === 0 ? 'None overdue' : `${lateActions} overdue`,
    },
    {
      key: 'referrals',
      count: referrals.length,
      tone: lateReferrals > 0 ? 'amber' : 'grey',
      link: (
        <Link to="/referrals">
          {referrals.length === 1 ? 'Referral waiting for an answer' : 'Referrals waiting for an answer'}
        </Link>
      ),
      meta: lateReferrals === 0 ? 'None late' : `${lateReferrals} late`,
    },
    {
      key: 'supervision',
      count: overdue,
      tone: overdue > 0 ? 'amber' : 'grey',
      link: <Link to="/supervision">{overdue === 1 ? 'Supervision overdue' : 'Supervisions overdue'}</Link>,
      meta: due.length === 0 ? 'Nobody named yet' : `of ${due.length}`,
    },
  ];
}

function WorkCounts() {
  const tiles = [...useConcernTiles(), ...useWorkTiles()];
  return (
    <Tiles label="What waits for you">
      {tiles.map(({ key, ...tile }) => (
        <Tile key={key} {...tile} />
      ))}
    </Tiles>
  );
}

/** Counts at the head of Today. A manager reads no record, so nothing about people is counted for them. */
export function Counts() {
  const { isLead, isSupervisor, isLinkWorker } = useSignedIn();
  return isLead || isSupervisor || isLinkWorker ? <WorkCounts /> : null;
}
