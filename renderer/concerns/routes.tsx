import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { idsIn } from '../search.ts';
import { Acknowledge } from './acknowledge.tsx';
import { AddInformation } from './add-information.tsx';
import { PlacePerson } from './around/place-person.tsx';
import { RecordBodyMap } from './around/record-body-map.tsx';
import { RecordChecklist } from './around/record-checklist.tsx';
import { BlankForm } from './blank-form.tsx';
import { CheckAnswers } from './check-answers.tsx';
import { Close } from './closing/close.tsx';
import { ConcernActions } from './concern-actions.tsx';
import { ConcernChronology } from './concern-chronology.tsx';
import { ConcernDecisions } from './concern-decisions.tsx';
import { ConcernOverview } from './concern-overview.tsx';
import { ConcernTrail } from './concern-trail.tsx';
import { Concerns } from './concerns.tsx';
import { Confirm } from './confirm.tsx';
import { Decide } from './decide.tsx';
import { GpRecord } from './gp-record/gp-record.tsx';
import { LinkConcern } from './links/link-concern.tsx';
import { NotForSomeone } from './not-for-someone.tsx';
import { ConcernOutside } from './outside/concern-outside.tsx';
import { Escalate } from './outside/escalate.tsx';
import { ReferOutside } from './outside/refer-outside.tsx';
import { DecideSharing } from './outside/sharing.tsx';
import { PracticeRun } from './practice-run.tsx';
import { Raise } from './raise.tsx';
import { CheckRestricted } from './restricted/check-restricted.tsx';
import { RaiseRestricted } from './restricted/raise-restricted.tsx';
import { Saved } from './saved.tsx';
import { Tell } from './tell.tsx';

const getParentRoute = () => rootRoute;

export const concernRoutes = [
  createRoute({ getParentRoute, path: '/concerns', component: Concerns, validateSearch: idsIn('show') }),
  createRoute({ getParentRoute, path: '/concerns/new', component: Raise, validateSearch: idsIn('person', 'draft') }),
  createRoute({ getParentRoute, path: '/concerns/check', component: CheckAnswers, validateSearch: idsIn('draft') }),
  createRoute({
    getParentRoute,
    path: '/concerns/not-for-someone',
    component: NotForSomeone,
    validateSearch: idsIn('draft'),
  }),
  createRoute({
    getParentRoute,
    path: '/concerns/restricted/new',
    component: RaiseRestricted,
    validateSearch: idsIn('draft', 'from'),
  }),
  createRoute({
    getParentRoute,
    path: '/concerns/restricted/check',
    component: CheckRestricted,
    validateSearch: idsIn('draft'),
  }),
  createRoute({ getParentRoute, path: '/concerns/practice-run', component: PracticeRun }),
  createRoute({ getParentRoute, path: '/concerns/blank-form', component: BlankForm }),
  createRoute({ getParentRoute, path: '/concerns/$concern', component: ConcernOverview }),
  createRoute({ getParentRoute, path: '/concerns/$concern/saved', component: Saved }),
  createRoute({ getParentRoute, path: '/concerns/$concern/tell', component: Tell }),
  createRoute({ getParentRoute, path: '/concerns/$concern/confirm', component: Confirm }),
  createRoute({
    getParentRoute,
    path: '/concerns/$concern/add',
    component: AddInformation,
    validateSearch: idsIn('fact', 'draft'),
  }),
  createRoute({ getParentRoute, path: '/concerns/$concern/acknowledge', component: Acknowledge }),
  createRoute({ getParentRoute, path: '/concerns/$concern/decide', component: Decide, validateSearch: idsIn('draft') }),
  createRoute({ getParentRoute, path: '/concerns/$concern/close', component: Close, validateSearch: idsIn('draft') }),
  createRoute({ getParentRoute, path: '/concerns/$concern/link', component: LinkConcern }),
  createRoute({ getParentRoute, path: '/concerns/$concern/gp-record', component: GpRecord }),
  createRoute({ getParentRoute, path: '/concerns/$concern/decisions', component: ConcernDecisions }),
  createRoute({ getParentRoute, path: '/concerns/$concern/outside', component: ConcernOutside }),
  createRoute({
    getParentRoute,
    path: '/concerns/$concern/refer-outside',
    component: ReferOutside,
    validateSearch: idsIn('draft'),
  }),
  createRoute({
    getParentRoute,
    path: '/concerns/$concern/escalate',
    component: Escalate,
    validateSearch: idsIn('referral', 'about', 'step', 'draft'),
  }),
  createRoute({
    getParentRoute,
    path: '/concerns/$concern/sharing',
    component: DecideSharing,
    validateSearch: idsIn('draft'),
  }),
  createRoute({ getParentRoute, path: '/concerns/$concern/actions', component: ConcernActions }),
  createRoute({ getParentRoute, path: '/concerns/$concern/chronology', component: ConcernChronology }),
  createRoute({ getParentRoute, path: '/concerns/$concern/trail', component: ConcernTrail }),
  createRoute({
    getParentRoute,
    path: '/concerns/$concern/people',
    component: PlacePerson,
    validateSearch: idsIn('placed', 'draft'),
  }),
  createRoute({
    getParentRoute,
    path: '/concerns/$concern/risk-checklist',
    component: RecordChecklist,
    validateSearch: idsIn('draft'),
  }),
  createRoute({
    getParentRoute,
    path: '/concerns/$concern/body-map',
    component: RecordBodyMap,
    validateSearch: idsIn('draft'),
  }),
] as const;
