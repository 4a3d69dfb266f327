import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { idsIn } from '../search.ts';
import { PastSessions } from './past-sessions.tsx';
import { recordSearch } from './record-search.ts';
import { RecordSession } from './record-session.tsx';
import { SessionPage } from './session.tsx';
import { SignSession } from './sign-session.tsx';
import { Supervision } from './supervision.tsx';

const getParentRoute = () => rootRoute;

export const supervisionRoutes = [
  createRoute({ getParentRoute, path: '/supervision', component: Supervision }),
  createRoute({ getParentRoute, path: '/supervision/past', component: PastSessions }),
  createRoute({
    getParentRoute,
    path: '/supervision/new',
    component: RecordSession,
    validateSearch: recordSearch,
  }),
  createRoute({
    getParentRoute,
    path: '/supervision/$session',
    component: SessionPage,
    validateSearch: idsIn('just'),
  }),
  createRoute({ getParentRoute, path: '/supervision/$session/sign', component: SignSession }),
] as const;
