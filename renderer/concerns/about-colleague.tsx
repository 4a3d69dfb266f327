import { Link } from '@tanstack/react-router';
import type { DraftId } from '../../shared/domain/ids.ts';
import { Flag } from '../ui/notices.tsx';

/** Before anything is typed: what this version cannot keep from whom (DESIGN 3, restricted concerns). */
export function AboutColleague({ draft }: { readonly draft: DraftId | undefined }) {
  return (
    <div className="form-section">
      <Flag>
        <p>
          <strong>If it is about somebody who works here, do not write it here: phone instead.</strong> This version
          cannot keep a concern from colleagues who read concerns for that practice. A later version will.
        </p>
        <p>
          <Link to="/concerns/not-for-someone" search={draft === undefined ? {} : { draft }}>
            Someone here should not read this: see whom to phone
          </Link>
        </p>
      </Flag>
    </div>
  );
}
