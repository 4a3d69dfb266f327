import { Link } from '@tanstack/react-router';
import { isReal } from '../concerns/concern-status.ts';
import { useShownName } from '../initials.ts';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { whenWords } from '../words/dates.ts';

/** Concerns that a colleague wrote down for me, until I say if they are right. */
export function WrittenForYou() {
  const { register, nameOf } = useSignedIn();
  const shown = useShownName();
  const { data = [] } = useLook('concerns', 'list', {});
  const asked = data.filter(
    (line) =>
      isReal(line) &&
      line.stage !== 'entered-in-error' &&
      line.recordedFor?.staff === register.me &&
      line.confirmed === null,
  );
  if (asked.length === 0) return null;
  return (
    <Card title="Written down for you" flush>
      <WorkList label="Written down for you">
        {asked.map(({ concern, reference, name, raisedBy, raisedAt }) => (
          <WorkRow
            key={concern}
            title={`${nameOf(raisedBy)} wrote this down for you. Is it right?`}
            meta={
              <>
                {shown(name)}, <span className="nowrap">{reference}</span>, written {whenWords(raisedAt)}
              </>
            }
            action={
              <Link to="/concerns/$concern/confirm" params={{ concern }} className={buttonClass({ small: true })}>
                Read it<VisuallyHidden> {reference}</VisuallyHidden>
              </Link>
            }
          />
        ))}
      </WorkList>
    </Card>
  );
}
