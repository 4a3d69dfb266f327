import { expect, it } from 'vitest';
import { stories } from '../../electron/demo/data/stories.ts';
import { dated } from '../../electron/demo/days.ts';
import type { Act } from '../../electron/demo/steps.ts';
import type { IsoDate } from '../../shared/domain/calendar.ts';
import { isTakenOver, needsTakeover } from '../../shared/domain/takeover.ts';

const today = '2026-11-23' as IsoDate; // `as`: a day that exists.
const acts = stories.flat().map(({ act }) => act);
const those = <K extends Act['do']>(kind: K) => acts.filter((act): act is Act & { do: K } => act.do === kind);

it('every decision says whether the person agrees to it going outside the practice, and if not why', () => {
  const silent = those('decide').filter(({ said }) => said.agreesOutside === undefined);
  const unexplained = those('decide').filter(
    ({ said }) => said.agreesOutside !== 'yes' && said.sharing !== 'not-shared' && said.agreesOutsideWhy === undefined,
  );
  expect([silent, unexplained]).toEqual([[], []]);
});

it('decisions ask for actions, of which one is overdue, one lies ahead and some are done', () => {
  const byConcern = Map.groupBy(those('decide'), ({ concern }) => concern);
  const asked = [...byConcern].flatMap(([concern, decisions]) =>
    decisions.flatMap(({ actions = [] }) => actions).map((action, place) => ({ ...action, concern, place })),
  );
  const isDone = (one: { concern: string; place: number }): boolean =>
    those('finishAction').some(({ concern, action }) => concern === one.concern && action === one.place);
  const due = (one: (typeof asked)[number]) => (one.dueOn === null ? today : dated(one.dueOn, today));
  const open = asked.filter((one) => !isDone(one));
  expect(asked.length - open.length).toBe(those('finishAction').length);
  expect(those('finishAction').length).toBeGreaterThanOrEqual(2);
  expect(those('decide').filter(({ actions }) => actions !== undefined).length).toBeGreaterThanOrEqual(2);
  expect(open.filter((one) => due(one) < today).length).toBeGreaterThanOrEqual(1);
  expect(open.filter((one) => due(one) > today).length).toBeGreaterThanOrEqual(1);
});

it('the one concern about self-harm is taken over, and of one by Amina Q. nobody has been told', () => {
  const raised = stories.flat().flatMap(({ act, by }) => (act.do === 'raise' ? [{ ...act, by }] : []));
  const risk = raised.filter(({ said }) => needsTakeover(said.categories));
  expect(risk.map(({ concern, said }) => [concern, isTakenOver(said.categories, said.told)])).toEqual([
    ['prakash', true],
  ]);
  const toldLater = new Set(those('tell').map(({ concern }) => concern));
  const untold = raised.filter(
    ({ concern, said }) => !said.told.some(({ reached }) => reached) && !toldLater.has(concern),
  );
  expect(untold.map(({ concern, by }) => [concern, by])).toEqual([['george', 'amina']]);
});
