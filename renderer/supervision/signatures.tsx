import type { SessionPage } from '../../shared/contract/supervision.ts';
import { attendeesOf, type Signature } from '../../shared/policy/supervision.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { Tag } from '../ui/tag.tsx';
import { dateAndTime } from '../words/dates.ts';

function Signed({ signature }: { readonly signature: Signature | undefined }) {
  if (signature === undefined) return <Tag colour="yellow">Has not signed yet</Tag>;
  const { agrees, at, disagreement } = signature;
  return (
    <>
      <Tag colour={agrees ? 'green' : 'orange'}>{agrees ? 'Accurate record' : 'Sees some things differently'}</Tag>
      <br />
      <span className="small muted">Signed {dateAndTime(at)}</span>
      {disagreement !== undefined && (
        <>
          <br />
          <span className="prewrap">{disagreement}</span>
        </>
      )}
    </>
  );
}

/** Everybody who was there: whether they signed, and what they see differently in their own words. */
export function Signatures({ state }: Pick<SessionPage, 'state'>) {
  const { nameOf } = useSignedIn();
  return (
    <Card title="Signatures">
      <ul className="nhsuk-list">
        {attendeesOf(state).map((staff) => (
          <li key={staff}>
            <strong>{nameOf(staff)}</strong>
            <br />
            <Signed signature={state.signatures.find(({ by }) => by === staff)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
