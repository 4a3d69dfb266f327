import type { DrilledBackup, MadeBackup } from '../../shared/contract/backup.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Details } from '../ui/details.tsx';
import { Focused } from '../ui/focused.tsx';
import { Banner } from '../ui/notices.tsx';
import { count, entryCount, sizeWords } from './words.ts';

export type Outcome =
  | { readonly what: 'made'; readonly made: MadeBackup }
  | { readonly what: 'drilled'; readonly drilled: DrilledBackup };

/** The file is sound; whom it and the log lock out must be known while somebody can still let them in. */
function LockedOut({ staff }: { readonly staff: MadeBackup['withoutKey'] }) {
  const { register, nameOf } = useSignedIn();
  const works = new Set(register.staff.map((member) => member.staff));
  return (
    <>
      {staff
        .filter((one) => works.has(one))
        .map((one) => (
          <p key={one}>
            {nameOf(one)} can open neither this backup nor the log: the key file has nothing for them. Two colleagues
            can let them in again on their staff page.
          </p>
        ))}
      {staff.some((one) => !works.has(one)) && (
        <p>The recovery key opens neither this backup nor the log: the key file has nothing for it.</p>
      )}
    </>
  );
}

function Made({ made: { name, entries, bytes, deleted, withoutKey } }: { readonly made: MadeBackup }) {
  const whole = withoutKey.length === 0;
  return (
    <Banner
      kind={whole ? 'success' : 'information'}
      heading={whole ? 'Backup made, and read back whole' : 'Backup made, but not everybody can open it'}
    >
      <p>
        <span className="mono">{name}</span>: {entryCount(entries)}, {sizeWords(bytes)}.
        {deleted.length > 0 && ` ${count(deleted.length, 'older backup', 'older backups')} had their time and went.`}
      </p>
      <LockedOut staff={withoutKey} />
    </Banner>
  );
}

function Drilled({ drilled: { name, entries, records, root } }: { readonly drilled: DrilledBackup }) {
  return (
    <Banner kind="success" heading="The rehearsal worked: this backup can be put back">
      <p>
        <span className="mono">{name}</span> was put back in a folder of its own, opened with your key and read whole:{' '}
        {entryCount(entries)}, {count(records, 'record', 'records')} that you read. Then that copy was removed again.
      </p>
      <Details summary="Show its seal">
        <p className="mono">{root}</p>
        <p>The same as the seal that the backup itself names. It is made from every entry, in their order.</p>
      </Details>
    </Banner>
  );
}

/** What came of the button that was pressed. Takes the focus. */
export function OutcomeBanner({ outcome }: { readonly outcome: Outcome }) {
  return (
    <Focused>{outcome.what === 'made' ? <Made made={outcome.made} /> : <Drilled drilled={outcome.drilled} />}</Focused>
  );
}
