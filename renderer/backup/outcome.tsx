import type { DrilledBackup, MadeBackup } from '../../shared/contract/backup.ts';
import { Details } from '../ui/details.tsx';
import { Focused } from '../ui/focused.tsx';
import { Banner } from '../ui/notices.tsx';
import { count, entryCount, sizeWords } from './words.ts';

export type Outcome =
  | { readonly what: 'made'; readonly made: MadeBackup }
  | { readonly what: 'drilled'; readonly drilled: DrilledBackup };

function Made({ made: { name, entries, bytes, deleted } }: { readonly made: MadeBackup }) {
  return (
    <Banner kind="success" heading="Backup made, and read back whole">
      <p>
        <span className="mono">{name}</span>: {entryCount(entries)}, {sizeWords(bytes)}.
        {deleted.length > 0 && ` ${count(deleted.length, 'older backup', 'older backups')} had their time and went.`}
      </p>
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
