import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { idsIn } from '../search.ts';
import { AddPerson } from './add-person.tsx';
import { ChangePerson } from './change-person.tsx';
import { PersonChronology } from './chronology/chronology.tsx';
import { People } from './people.tsx';
import { PersonConcerns } from './person-concerns.tsx';
import { PersonDetailsPage } from './person-details.tsx';
import { PersonLayout } from './person-layout.tsx';
import { PersonReferrals } from './person-referrals.tsx';
import { PersonTimeline } from './person-timeline.tsx';
import { Compare } from './same/compare.tsx';

const getParentRoute = () => rootRoute;

const personRoute = createRoute({ getParentRoute, path: '/people/$person', component: PersonLayout });
const getPersonRoute = () => personRoute;

export const peopleRoutes = [
  createRoute({ getParentRoute, path: '/people', component: People }),
  createRoute({
    getParentRoute,
    path: '/people/new',
    component: AddPerson,
    validateSearch: idsIn('draft', 'next', 'referral'),
  }),
  createRoute({
    getParentRoute,
    path: '/people/compare',
    component: Compare,
    validateSearch: idsIn('one', 'other'),
  }),
  personRoute.addChildren([
    createRoute({ getParentRoute: getPersonRoute, path: '/', component: PersonTimeline }),
    createRoute({ getParentRoute: getPersonRoute, path: 'concerns', component: PersonConcerns }),
    createRoute({ getParentRoute: getPersonRoute, path: 'referrals', component: PersonReferrals }),
    createRoute({ getParentRoute: getPersonRoute, path: 'chronology', component: PersonChronology }),
    createRoute({ getParentRoute: getPersonRoute, path: 'details', component: PersonDetailsPage }),
    createRoute({
      getParentRoute: getPersonRoute,
      path: 'change',
      component: ChangePerson,
      validateSearch: idsIn('draft', 'box'),
    }),
  ]),
] as const;
