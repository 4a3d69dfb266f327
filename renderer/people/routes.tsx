import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { idsIn } from '../search.ts';
import { AddPerson } from './add-person.tsx';
import { ChangePerson } from './change-person.tsx';
import { People } from './people.tsx';
import { PersonConcerns } from './person-concerns.tsx';
import { PersonDetailsPage } from './person-details.tsx';
import { PersonReferrals } from './person-referrals.tsx';
import { PersonTimeline } from './person-timeline.tsx';

const getParentRoute = () => rootRoute;

export const peopleRoutes = [
  createRoute({ getParentRoute, path: '/people', component: People }),
  createRoute({ getParentRoute, path: '/people/new', component: AddPerson, validateSearch: idsIn('draft') }),
  createRoute({ getParentRoute, path: '/people/$person', component: PersonTimeline }),
  createRoute({ getParentRoute, path: '/people/$person/concerns', component: PersonConcerns }),
  createRoute({ getParentRoute, path: '/people/$person/referrals', component: PersonReferrals }),
  createRoute({ getParentRoute, path: '/people/$person/details', component: PersonDetailsPage }),
  createRoute({
    getParentRoute,
    path: '/people/$person/change',
    component: ChangePerson,
    validateSearch: idsIn('draft'),
  }),
] as const;
