import { Link } from '@tanstack/react-router';
import type { ConcernPage } from '../../../shared/contract/concerns.ts';
import { settled } from '../../../shared/policy/closing.ts';
import { useSignedIn } from '../../signed-in.tsx';
import { EnterInError, mayMarkInError } from './in-error.tsx';

/** What can become of a concern, in the list of next steps. Its children are list items. */
export function StandingSteps({ page }: { readonly page: ConcernPage }) {
  const { register } = useSignedIn();
  const { concern, state, mayDecide, practiceRun } = page;
  const params = { concern };
  return (
    <>
      {practiceRun || state.restricted !== undefined ? null : (
        <li>
          <Link to="/concerns/$concern/gp-record" params={params}>
            Copy to the GP record
          </Link>
        </li>
      )}
      {mayDecide && !practiceRun && state.restricted === undefined ? (
        <li>
          <Link to="/concerns/$concern/link" params={params}>
            Link to another concern
          </Link>
        </li>
      ) : null}
      {mayDecide && settled(state) === null ? (
        <li>
          <Link to="/concerns/$concern/close" params={params}>
            Close this concern
          </Link>
        </li>
      ) : null}
      {state.course.inError === null && mayMarkInError(page, register.me) ? (
        <li>
          <EnterInError page={page} />
        </li>
      ) : null}
    </>
  );
}
