import { createMemoryHistory, createRoute, createRouter } from '@tanstack/react-router';
import { auditRoutes } from './audit/routes.tsx';
import { backupRoutes } from './backup/routes.tsx';
import { concernRoutes } from './concerns/routes.tsx';
import { peopleRoutes } from './people/routes.tsx';
import { referralRoutes } from './referrals/routes.tsx';
import { registerRoutes } from './register/routes.tsx';
import { rootRoute } from './root-route.tsx';
import { supervisionRoutes } from './supervision/routes.tsx';
import { Today } from './today/today.tsx';

const today = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Today });

const tree = rootRoute.addChildren([
  today,
  ...peopleRoutes,
  ...concernRoutes,
  ...referralRoutes,
  ...supervisionRoutes,
  ...auditRoutes,
  ...registerRoutes,
  ...backupRoutes,
]);

/** A router whose history lives in memory only and begins at `page`. */
export function routerFrom(page: string) {
  return createRouter({
    routeTree: tree,
    history: createMemoryHistory({ initialEntries: [page] }),
    defaultPreload: false,
    scrollRestoration: false,
  });
}

export type LogRouter = ReturnType<typeof routerFrom>;

declare module '@tanstack/react-router' {
  interface Register {
    router: LogRouter;
  }
}
