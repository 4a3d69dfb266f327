import { useState } from 'react';
import type { RegisterPage } from '../../shared/contract/register.ts';
import type { PracticeId, StaffId } from '../../shared/domain/ids.ts';
import { useSignedIn } from '../signed-in.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Details } from '../ui/details.tsx';
import { KeyValues } from '../ui/summary-list.tsx';
import { leadsAt } from './able-readers.ts';
import { AwayReader } from './away-reader.tsx';
import { FallbackReader } from './fallback-reader.tsx';

interface Alone {
  readonly practice: PracticeId;
  readonly away: StaffId;
}

/** Roles of lead or deputy there that were given and wait for a second person. */
function waitingThere({ waitingForConfirmation }: RegisterPage, practice: PracticeId): readonly StaffId[] {
  return waitingForConfirmation
    .filter((held) => held.practice === practice && held.role !== 'supervisor')
    .map(({ staff }) => staff);
}

interface ReadersProps {
  readonly practice: PracticeId;
  /** Asks who reads when the only one is away; null when whoever looks may not say. */
  readonly onAsk: ((alone: Alone) => void) | null;
}

function Readers({ practice, onAsk }: ReadersProps) {
  const { register, nameOf, practiceName } = useSignedIn();
  const { fallbackReader } = register.settings;
  const leads = leadsAt(register.staff, practice);
  const [first] = leads;
  if (first === undefined) {
    return fallbackReader === null
      ? 'Nobody. Phone instead'
      : `${nameOf(fallbackReader)}, because there is no safeguarding lead`;
  }
  if (leads.length > 1) return leads.map(({ name }) => name).join(', ');
  const waiting = waitingThere(register, practice);
  const whenAway =
    waiting.length === 0
      ? 'Nobody when they are away.'
      : `When they are away ${waiting.map(nameOf).join(', ')}, once a second person has confirmed it.`;
  return (
    <>
      {first.name}. {waiting.length === 0 ? <span className="due--late">{whenAway}</span> : whenAway}{' '}
      {onAsk !== null && waiting.length === 0 && (
        <LinkButton onClick={() => onAsk({ practice, away: first.staff })}>
          {`Who reads concerns at ${practiceName(practice)} when ${first.name} is away?`}
        </LinkButton>
      )}
    </>
  );
}

/** Who reads what is raised at each practice: nobody must be raised to an empty room. */
export function WhoReads({ mayChange }: { readonly mayChange: boolean }) {
  const { register } = useSignedIn();
  const [asking, setAsking] = useState<Alone | null>(null);
  return (
    <Card title="Who reads concerns">
      <KeyValues
        rows={register.practices.map(
          ({ practice, name }) =>
            [name, <Readers key={practice} practice={practice} onAsk={mayChange ? setAsking : null} />] as const,
        )}
      />
      {mayChange && register.practices.length > 0 && (
        <Details summary="Choose who reads concerns where there is no safeguarding lead">
          <FallbackReader />
        </Details>
      )}
      {asking !== null && <AwayReader {...asking} onClose={() => setAsking(null)} />}
    </Card>
  );
}
