import { createRootRoute } from '@tanstack/react-router';
import { Frame } from './frame/frame.tsx';
import { NoSuchPage, PageFailed } from './frame/page-failed.tsx';

/** Everything inside the frame hangs below this one. */
export const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: NoSuchPage,
  errorComponent: PageFailed,
});
