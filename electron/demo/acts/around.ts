import type { InputOf } from '../../../shared/contract/call.ts';
import type { Contract } from '../../../shared/contract/index.ts';
import { idOf } from '../cast.ts';
import type { PersonKey } from '../data/people.ts';
import type { PracticeKey } from '../data/staff.ts';
import { type Dated, dated } from '../days.ts';
import { must, type Stage } from '../perform.ts';

type Placed = InputOf<Contract['concerns']['placePerson']>['placed'];

/** Who else is in a concern, and what was found. */
export interface AroundActs {
  place: {
    readonly concern: string;
    readonly placed: Dated<Omit<Placed, 'practice' | 'inLog'>>;
    readonly practice?: PracticeKey;
    readonly inLog?: PersonKey;
  };
  checklist: {
    readonly concern: string;
    readonly recorded: Dated<InputOf<Contract['concerns']['recordRiskChecklist']>['recorded']>;
  };
  bodyMap: {
    readonly concern: string;
    readonly map: Dated<InputOf<Contract['concerns']['recordBodyMap']>['map']>;
  };
}

export const aroundActs = {
  place({ concern, placed, practice, inLog }: AroundActs['place'], { log, cast, today }: Stage) {
    const said = {
      ...dated(placed, today),
      ...(practice !== undefined && { practice: idOf(cast.practices, practice) }),
      ...(inLog !== undefined && { inLog: idOf(cast.people, inLog) }),
    };
    return must(log.concerns.placePerson({ concern: idOf(cast.concerns, concern), placed: said }));
  },
  checklist: ({ concern, recorded }: AroundActs['checklist'], { log, cast, today }: Stage) =>
    must(log.concerns.recordRiskChecklist({ concern: idOf(cast.concerns, concern), recorded: dated(recorded, today) })),
  bodyMap: ({ concern, map }: AroundActs['bodyMap'], { log, cast, today }: Stage) =>
    must(log.concerns.recordBodyMap({ concern: idOf(cast.concerns, concern), map: dated(map, today) })),
};
