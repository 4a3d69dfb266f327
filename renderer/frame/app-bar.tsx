import { Link } from '@tanstack/react-router';
import { roleLine, useSignedIn } from '../signed-in.tsx';
import { Icon } from '../ui/icon.tsx';
import { useFrameCommands } from './commands.tsx';

export function AppBar() {
  const { register, me } = useSignedIn();
  const { find, hide, lock } = useFrameCommands();
  return (
    <div className="app-bar">
      <div className="nhsuk-width-container">
        <div className="app-bar__row">
          <Link to="/" className="app-brand">
            <span className="app-brand__mark">
              <Icon name="shield" />
            </span>
            <span>Practice log</span>
            <span className="app-brand__org">{register.name}</span>
          </Link>
          <button type="button" className="bar-btn bar-btn--find" onClick={find} aria-keyshortcuts="Control+K">
            <Icon name="search" />
            <span className="bar-btn__text">Find</span>
            <kbd aria-hidden="true">Ctrl K</kbd>
          </button>
          <button type="button" className="bar-btn" onClick={hide} aria-keyshortcuts="Control+Shift+H">
            <Icon name="hide" />
            <span className="bar-btn__text">Hide screen</span>
          </button>
          <Link to="/practice" className="bar-btn">
            <Icon name="person" />
            <span className="bar-btn__text">
              {me.name} <span className="bar-btn__role">({roleLine(register, me).toLowerCase()})</span>
            </span>
          </Link>
          <button type="button" className="bar-btn" onClick={lock} aria-keyshortcuts="Control+L">
            <Icon name="lock" />
            <span className="bar-btn__text">Lock</span>
          </button>
        </div>
      </div>
    </div>
  );
}
