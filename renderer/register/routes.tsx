import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { idsIn } from '../search.ts';
import { AddColleague } from './add-colleague.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { ConcernTypes } from './concern-types.tsx';
import { Leave } from './leave.tsx';
import { LetInAgain } from './let-in-again.tsx';
import { NameCover } from './name-cover.tsx';
import { PhoneNumbers } from './phone-numbers.tsx';
import { Recovery } from './recovery.tsx';
import { Settings } from './settings.tsx';
import { StaffPage } from './staff-page.tsx';
import { WhoWorksHere } from './who-works-here.tsx';

const getParentRoute = () => rootRoute;

export const registerRoutes = [
  createRoute({ getParentRoute, path: '/practice', component: WhoWorksHere }),
  createRoute({ getParentRoute, path: '/practice/add', component: AddColleague, validateSearch: idsIn('back') }),
  createRoute({ getParentRoute, path: '/practice/numbers', component: PhoneNumbers }),
  createRoute({ getParentRoute, path: '/practice/settings', component: Settings }),
  createRoute({ getParentRoute, path: '/practice/settings/concern-types', component: ConcernTypes }),
  createRoute({ getParentRoute, path: '/practice/staff/$staff', component: StaffPage }),
  createRoute({ getParentRoute, path: '/practice/staff/$staff/cover', component: NameCover }),
  createRoute({ getParentRoute, path: '/practice/staff/$staff/leave', component: Leave }),
  createRoute({ getParentRoute, path: '/practice/passphrase', component: ChangePassphrase }),
  createRoute({ getParentRoute, path: '/practice/let-in-again', component: LetInAgain }),
  createRoute({ getParentRoute, path: '/practice/recovery', component: Recovery }),
] as const;
