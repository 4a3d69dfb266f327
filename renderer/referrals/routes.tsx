import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { idsIn } from '../search.ts';
import { AnswerReferral } from './answer-referral.tsx';
import { ReferralPage } from './referral.tsx';
import { Referrals } from './referrals.tsx';
import { SendReferral } from './send-referral.tsx';
import { ReferralSheet } from './sheet.tsx';

const getParentRoute = () => rootRoute;

export const referralRoutes = [
  createRoute({ getParentRoute, path: '/referrals', component: Referrals, validateSearch: idsIn('show') }),
  createRoute({
    getParentRoute,
    path: '/referrals/new',
    component: SendReferral,
    validateSearch: idsIn('person', 'concern', 'draft'),
  }),
  createRoute({
    getParentRoute,
    path: '/referrals/$referral',
    component: ReferralPage,
    validateSearch: idsIn('just', 'begin'),
  }),
  createRoute({ getParentRoute, path: '/referrals/$referral/sheet', component: ReferralSheet }),
  createRoute({
    getParentRoute,
    path: '/referrals/$referral/answer',
    component: AnswerReferral,
    validateSearch: idsIn('draft'),
  }),
] as const;
