import { Link } from '@tanstack/react-router';
import { Page } from '../ui/page.tsx';
import { Problem } from '../ui/problem.tsx';

/** A mistake of ours on one page. The error itself is not shown: it may quote what somebody wrote. */
export function PageFailed({ reset }: { readonly reset: () => void }) {
  return <Problem sentence="We could not show this page. Your saved records are not affected." onAgain={reset} />;
}

export function NoSuchPage() {
  return (
    <Page title="There is no such page">
      <p>Nothing has been changed.</p>
      <p>
        <Link to="/">Go to Today</Link>
      </p>
    </Page>
  );
}
