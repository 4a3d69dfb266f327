import { createRoute } from '@tanstack/react-router';
import { rootRoute } from '../root-route.tsx';
import { AuditLog } from './audit-log.tsx';
import { ExportLog } from './export-log.tsx';
import { filtersIn } from './filters.ts';
import { ReadOnlyPage } from './read-only.tsx';

const getParentRoute = () => rootRoute;

export const auditRoutes = [
  createRoute({ getParentRoute, path: '/audit', component: AuditLog, validateSearch: filtersIn }),
  createRoute({ getParentRoute, path: '/read-only', component: ReadOnlyPage }),
  createRoute({ getParentRoute, path: '/audit/export', component: ExportLog, validateSearch: filtersIn }),
] as const;
