import { Link } from '@tanstack/react-router';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import { isReal, type Silence, silenceOf, silenceWords } from '../concerns/concern-status.ts';
import { heardBackLine, noAnswerWords } from '../concerns/heard-back-words.ts';
import { Look, useLook } from '../look.tsx';
import { useIsClosed } from '../register/out-of-hours.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { FirstOf, WorkList, WorkRow } from '../ui/work-list.tsx';
import { useNow } from '../use-now.ts';
import { ConcernRow } from './concern-row.tsx';

const shownAtMost = 6;

/** Where one's own concern is: the raiser always hears back, and a clock runs while nobody answers. */
function useWhere(): (line: ConcernLine) => { readonly words: string; readonly late: boolean } {
  const { nameOf } = useSignedIn();
  const now = useNow();
  const closed = useIsClosed();
  return (line) => {
    const silence = silenceOf(line);
    if (silence !== null) return { words: silenceWords[silence], late: true };
    if (line.stage === 'entered-in-error') return { words: 'Entered in error', late: false };
    if (line.stage === 'duplicate') return { words: 'Goes on in another concern', late: false };
    if (line.heardBack === null) return { words: 'Told', late: false };
    const heard = { ...line, heardBack: line.heardBack };
    const { words, late } = heardBackLine(heard, { nameOf, now, closed });
    const waits = noAnswerWords(heard, now);
    return { words: waits === null ? words : `${words}. ${waits}`, late };
  };
}

const actionWords = {
  'nobody-told': 'Record who you told',
  'nobody-took-over': 'Record who took over',
} as const satisfies Record<Silence, string>;

function Action({ line }: { readonly line: ConcernLine }) {
  const { concern, reference } = line;
  const silence = silenceOf(line);
  const to = silence === null ? '/concerns/$concern' : '/concerns/$concern/tell';
  return (
    <Link to={to} params={{ concern }} className={buttonClass({ small: true })}>
      {silence === null ? 'Open' : actionWords[silence]} <VisuallyHidden>{reference}</VisuallyHidden>
    </Link>
  );
}

/** My own concerns and where each one is, untold ones first. */
export function ConcernsOfMine() {
  const { isLinkWorker } = useSignedIn();
  const concerns = useLook('concerns', 'list', {});
  const where = useWhere();
  return (
    <Look at={concerns} what="concerns">
      {(lines) => {
        const mine = lines
          .filter((line) => line.mine && isReal(line))
          .toSorted(
            (a, b) =>
              Number(silenceOf(b) !== null) - Number(silenceOf(a) !== null) || (a.raisedAt < b.raisedAt ? 1 : -1),
          );
        if (mine.length === 0 && !isLinkWorker) return null;
        return (
          <Card
            title="Your concerns"
            actions={
              <Link to="/concerns" search={{ show: 'mine' }}>
                All your concerns
              </Link>
            }
            flush
          >
            <WorkList>
              {mine.slice(0, shownAtMost).map((line) => {
                const { words, late } = where(line);
                return (
                  <ConcernRow key={line.concern} line={line} due={words} late={late} action={<Action line={line} />} />
                );
              })}
              <FirstOf
                shown={shownAtMost}
                total={mine.length}
                more={
                  <Link to="/concerns" search={{ show: 'mine' }}>
                    See all {mine.length} of your concerns
                  </Link>
                }
              />
              {mine.length === 0 && (
                <WorkRow
                  title="Nothing here yet."
                  meta="When you raise a concern, it shows here, and so does what came of it."
                />
              )}
            </WorkList>
          </Card>
        );
      }}
    </Look>
  );
}
