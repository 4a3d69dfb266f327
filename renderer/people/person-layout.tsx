import { Outlet } from '@tanstack/react-router';
import { PersonBar } from './person-bar.tsx';
import { usePersonParam } from './person-param.ts';

/** Every page below a person stands under who it is about. */
export function PersonLayout() {
  return (
    <div className="has-person">
      <PersonBar person={usePersonParam()} />
      <Outlet />
    </div>
  );
}
