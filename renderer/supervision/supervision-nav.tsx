import { Link } from '@tanstack/react-router';
import { useSignedIn } from '../signed-in.tsx';
import { SubNav, type SubNavLink } from '../ui/sub-nav.tsx';

const toDue = (props: SubNavLink) => <Link to="/supervision" activeOptions={{ exact: true }} {...props} />;
const toPast = (props: SubNavLink) => <Link to="/supervision/past" {...props} />;

/** The two parts of Supervision. */
export function SupervisionNav({ current }: { readonly current: 'due' | 'past' }) {
  const { isSupervisor } = useSignedIn();
  return (
    <SubNav
      label="Supervision"
      items={[
        {
          key: 'due',
          label: isSupervisor ? 'Link workers' : 'Your supervision',
          current: current === 'due',
          link: toDue,
        },
        {
          key: 'past',
          label: 'Past sessions',
          current: current === 'past',
          link: toPast,
        },
      ]}
    />
  );
}
