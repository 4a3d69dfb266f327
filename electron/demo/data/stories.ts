import type { Step } from '../steps.ts';
import { peopleAround } from './around.ts';
import { childNeglect } from './child-neglect.ts';
import { cuckooing } from './cuckooing.ts';
import { domesticAbuse } from './domestic-abuse.ts';
import { drafts } from './drafts.ts';
import { fgmRisk } from './fgm-risk.ts';
import { financialAbuse } from './financial-abuse.ts';
import { gpRecord } from './gp-record.ts';
import { hateAndMateCrime } from './hate-and-mate-crime.ts';
import { infantBruise } from './infant-bruise.ts';
import { neglectAndCarers } from './neglect-and-carers.ts';
import { notTold } from './not-told.ts';
import { outsideAdults } from './outside-adults.ts';
import { outsideFamilies } from './outside-families.ts';
import { settingUp } from './practice.ts';
import { radicalisation } from './radicalisation.ts';
import { referrals } from './referrals.ts';
import { selfNeglect } from './self-neglect.ts';
import { suicidalThoughts } from './suicidal-thoughts.ts';
import { supervision } from './supervision.ts';

/** Everything that is entered into the demo, story by story. Times put it into one order. */
export const stories: readonly (readonly Step[])[] = [
  settingUp,
  domesticAbuse,
  financialAbuse,
  selfNeglect,
  neglectAndCarers,
  childNeglect,
  infantBruise,
  suicidalThoughts,
  cuckooing,
  radicalisation,
  fgmRisk,
  hateAndMateCrime,
  outsideFamilies,
  outsideAdults,
  peopleAround,
  notTold,
  gpRecord,
  referrals,
  supervision,
  drafts,
];
