import { Link } from '@tanstack/react-router';
import { Flag } from '../ui/notices.tsx';

/** Before anything is typed: who must not read it decides where it is written. */
export function AboutColleague() {
  return (
    <div className="form-section">
      <Flag>
        <p>
          <strong>Is this about someone who works here, a volunteer, or anybody in a position of trust?</strong> Or
          should someone here not read it? Then only people you name will read it.
        </p>
        <p>
          <Link to="/concerns/restricted/new">Yes: raise a restricted concern</Link>
        </p>
        <p>If not, go on here.</p>
      </Flag>
    </div>
  );
}
