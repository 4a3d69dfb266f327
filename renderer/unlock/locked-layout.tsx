import type { ReactNode } from 'react';
import type { WindowState } from '../../shared/contract/window.ts';
import { Icon } from '../ui/icon.tsx';
import { DangerPanel } from './danger-panel.tsx';

interface Props {
  readonly state: WindowState;
  readonly children: ReactNode;
}

/** The page around everything that happens before an unlock. */
export function LockedLayout({ state, children }: Props) {
  return (
    <div className="unlock">
      <main className="unlock__wrap">
        <div className="unlock__brand">
          <span className="app-brand__mark">
            <Icon name="shield" />
          </span>
          <div>
            <h1>Practice log</h1>
            <p>{state.which === 'demonstration' ? 'Demonstration' : 'Supervision and safeguarding'}</p>
          </div>
        </div>
        <div className="unlock__card">{children}</div>
        <div className="unlock__side">
          <DangerPanel title="Someone in danger now?" lead="Do not wait to unlock the log. Call 999 first." />
        </div>
      </main>
      <footer className="status-bar">
        <div className="nhsuk-width-container">
          <ul>
            <li>
              <Icon name="lock" /> Encrypted, stored on this computer only
            </li>
            <li>Not for live use with patients</li>
            <li>Version {state.version}</li>
          </ul>
        </div>
      </footer>
    </div>
  );
}
