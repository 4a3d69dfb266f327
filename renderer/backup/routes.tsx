import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { Backups } from './backups.tsx';

const getParentRoute = () => rootRoute;

export const backupRoutes = [createRoute({ getParentRoute, path: '/practice/backup', component: Backups })] as const;
