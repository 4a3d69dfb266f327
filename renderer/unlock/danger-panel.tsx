import { useQuery } from '@tanstack/react-query';
import type { PhoneNumber } from '../../shared/contract/store.ts';
import { log, valueOf } from '../api.ts';
import { UrgentPanel } from '../ui/notices.tsx';
import { checkedWords } from '../words/dates.ts';

function Numbers({ numbers }: { readonly numbers: readonly PhoneNumber[] }) {
  return (
    <dl>
      {numbers.map(({ name, phone, outOfHours, checkedOn }) => (
        <div key={`${name} ${phone}`}>
          <dt>{name}</dt>
          <dd>{phone}</dd>
          {outOfHours !== null && outOfHours !== 'Always' && <dd className="urgent__more">{outOfHours}</dd>}
          {checkedOn !== 'national' && <dd className="urgent__more">{checkedWords(checkedOn)}</dd>}
        </div>
      ))}
    </dl>
  );
}

interface Props {
  readonly title: string;
  readonly lead: string;
}

/** Whom to phone, on the locked screen: services, never people. */
export function DangerPanel({ title, lead }: Props) {
  const numbers = useQuery({
    queryKey: ['phone numbers'],
    queryFn: () => valueOf(log.store.phoneNumbers({})),
    retry: false,
  });
  return (
    <UrgentPanel title={title}>
      <p>{lead}</p>
      {numbers.data !== undefined && <Numbers numbers={numbers.data} />}
    </UrgentPanel>
  );
}
