import { Link } from '@tanstack/react-router';
import type { Pair } from '../../../shared/contract/same-person.ts';
import { useShownName } from '../../initials.ts';
import { Look, useLook } from '../../look.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { FirstOf, WorkList, WorkRow } from '../../ui/work-list.tsx';
import { likenessWords } from './words.ts';

const shownAtMost = 5;

function PairRow({ pair: { one, other, likeness } }: { readonly pair: Pair }) {
  const shown = useShownName();
  const names = `${shown(one.name)} (${one.reference}) and ${shown(other.name)} (${other.reference})`;
  return (
    <WorkRow
      title={names}
      meta={likenessWords[likeness]}
      action={
        <Link
          to="/people/compare"
          search={{ one: one.person, other: other.person }}
          className={buttonClass({ small: true })}
        >
          Compare<VisuallyHidden> {names}</VisuallyHidden>
        </Link>
      }
    />
  );
}

/** For whoever reads both: two colleagues may each have added one person, and neither can see the other's record. */
export function PerhapsSame() {
  const pairs = useLook('people', 'pairs', {});
  return (
    <Look at={pairs} what="records that may be of one person">
      {(found) =>
        found.length === 0 ? null : (
          <Card title="Perhaps the same person" flush>
            <WorkList label="Perhaps the same person">
              {found.slice(0, shownAtMost).map((pair) => (
                <PairRow key={`${pair.one.person} ${pair.other.person}`} pair={pair} />
              ))}
              <FirstOf shown={shownAtMost} total={found.length} more="Compare these first." />
            </WorkList>
          </Card>
        )
      }
    </Look>
  );
}
