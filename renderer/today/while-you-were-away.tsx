import type { CoverLine } from '../../shared/contract/staffing.ts';
import { log } from '../api.ts';
import { coverSentence, coverTags, coverTitle } from '../register/cover-words.ts';
import { useSaving } from '../saving.ts';
import { useSignedIn } from '../signed-in.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Problem } from '../ui/problem.tsx';
import { Tag } from '../ui/tag.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';

function Row({ line }: { readonly line: CoverLine }) {
  const signedIn = useSignedIn();
  const saving = useSaving();
  const { id, state, reason, namedBy, confirmedBy, mayEnd } = line;
  const { words, colour } = coverTags[state];
  const title = coverTitle(line, signedIn);
  const by = [namedBy, ...(confirmedBy === null ? [] : [confirmedBy])].map(signedIn.nameOf).join(' and ');
  return (
    <WorkRow
      title={
        <>
          {title} <Tag colour={colour}>{words}</Tag>
        </>
      }
      meta={
        <>
          {coverSentence(line, signedIn)} Appointed by {by}.
          <br />
          <span className="prewrap">Why: {reason}</span>
          {saving.problem !== null && <Problem sentence={saving.problem} />}
        </>
      }
      action={
        <>
          {mayEnd && (
            <Button small onClick={() => void saving.save(() => log.register.endCover({ cover: id }))}>
              I am back: end it<VisuallyHidden> ({title})</VisuallyHidden>
            </Button>
          )}
          <Button small onClick={() => void saving.save(() => log.register.seenCover({ cover: id }))}>
            I have read this<VisuallyHidden> ({title})</VisuallyHidden>
          </Button>
        </>
      }
    />
  );
}

/** Before all else: whoever was suddenly away sees first who read and decided in their place. */
export function WhileYouWereAway() {
  const { whileYouWereAway } = useSignedIn().register;
  if (whileYouWereAway.length === 0) return null;
  return (
    <Card title="While you were away" flush>
      <WorkList label="While you were away">
        {whileYouWereAway.map((line) => (
          <Row key={line.id} line={line} />
        ))}
      </WorkList>
    </Card>
  );
}
