import type { SettingUpLine } from '../../shared/contract/staffing.ts';
import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { UrgentPanel } from '../ui/notices.tsx';
import { Problem } from '../ui/problem.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { dueWords } from '../words/dates.ts';
import { SettingUpLink } from './setting-up-link.tsx';
import { settingUpWords } from './setting-up-words.ts';

/** What is left for me to do. What I can confirm at once stands in a list of its own. */
function useMine() {
  const { register } = useSignedIn();
  const at = useLook('register', 'settingUp', {});
  const mayConfirm = register.waitingForConfirmation.some((one) => one.mayConfirm);
  const mine = (at.data ?? []).filter(
    ({ item, mine: isMine, done }) => isMine && !done && !(item === 'roles-confirmed' && mayConfirm),
  );
  return { at, mine };
}

function dueOf({ dueOn }: SettingUpLine): string | null {
  return dueOn === null ? null : dueWords(dueOn).words;
}

/**
 * In red over all else, until they are done: what has a day by which it has to be. In the demonstration nothing would be
 * lost, so there it waits in the list.
 */
export function CannotWait() {
  const signedIn = useSignedIn();
  const { mine } = useMine();
  const urgent = signedIn.register.demo ? [] : mine.filter(({ dueOn }) => dueOn !== null);
  if (urgent.length === 0) return null;
  return (
    <UrgentPanel title="Not safe yet">
      <ul className="nhsuk-list">
        {urgent.map((line) => {
          const { title, why } = settingUpWords(line, signedIn);
          return (
            <li key={line.item}>
              <strong>
                {title}. <span className="due--late">{dueOf(line)}.</span>
              </strong>{' '}
              {why}
              <div>
                <SettingUpLink line={line} title={title} />
              </div>
            </li>
          );
        })}
      </ul>
    </UrgentPanel>
  );
}

/** What a log still lacks before anybody can rely on it, as far as it is for me to do. */
export function FinishSettingUp() {
  const signedIn = useSignedIn();
  const { at, mine } = useMine();
  if (at.error !== null) return <Problem sentence={at.error.message} onAgain={() => void at.refetch()} />;
  const shown = signedIn.register.demo ? mine : mine.filter(({ dueOn }) => dueOn === null);
  if (shown.length === 0) return null;
  const done = (at.data ?? []).filter((line) => line.done).length;
  return (
    <Card
      title="Finish setting up"
      actions={
        <span className="muted">
          {done} of {at.data?.length} done
        </span>
      }
      flush
    >
      <WorkList>
        {shown.map((line) => {
          const { title, why } = settingUpWords(line, signedIn);
          const late = line.item === 'readers';
          return (
            <WorkRow
              key={line.item}
              title={title}
              meta={why}
              late={late}
              due={late ? 'Until then nobody reads what is raised' : null}
              action={<SettingUpLink line={line} title={title} />}
            />
          );
        })}
      </WorkList>
    </Card>
  );
}
