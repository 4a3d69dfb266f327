import { useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Tag } from '../ui/tag.tsx';
import { dueWords, longDate } from '../words/dates.ts';
import { dueTags } from './words.ts';

/** When I last met the one person who is chosen, and whether the next session is late. */
export function LastMet({ supervisees }: { readonly supervisees: readonly string[] }) {
  const { register } = useSignedIn();
  const due = useLook('supervision', 'due', {});
  if (due.error !== null) return 'When you last met could not be shown.';
  const [staff] = supervisees.length === 1 ? supervisees : [];
  const line = due.data?.find((one) => one.staff === staff && one.supervisor === register.me);
  if (line === undefined) return 'An ordinary session takes five minutes to write down.';
  const { last, next, state } = line;
  if (last === null) return <Tag colour={dueTags['never-met'].colour}>First session</Tag>;
  return (
    <>
      Last session {longDate(last)}.{' '}
      {next !== null && state !== 'up-to-date' && <Tag colour={dueTags[state].colour}>{dueWords(next).words}</Tag>}
    </>
  );
}
