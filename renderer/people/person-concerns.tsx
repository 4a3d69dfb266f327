import { Link } from '@tanstack/react-router';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import { LateTag } from '../concerns/came-in.tsx';
import { byUrgency, silenceOf, silenceWords } from '../concerns/concern-status.ts';
import { ConcernTags } from '../concerns/concern-tags.tsx';
import { Struck } from '../concerns/struck.tsx';
import { Look, useLook } from '../look.tsx';
import { useSignedIn } from '../signed-in.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/notices.tsx';
import { WorkList, WorkRow } from '../ui/work-list.tsx';
import { dateAndTime } from '../words/dates.ts';
import { isOfOne } from './one-person.ts';
import { PersonSection } from './person-section.tsx';
import { UnreadRows } from './unread-records.tsx';

function ConcernRow({ line }: { readonly line: ConcernLine }) {
  const { nameAndRole, categorySentence } = useSignedIn();
  const silence = silenceOf(line);
  return (
    <WorkRow
      title={
        <>
          <Link to="/concerns/$concern" params={{ concern: line.concern }}>
            <Struck line={line}>{categorySentence(line.categories)}</Struck>
          </Link>{' '}
          <ConcernTags standing={line} /> <LateTag writtenOn={line.writtenOn} />
        </>
      }
      meta={`${line.reference}, raised ${dateAndTime(line.raisedAt)} by ${nameAndRole(line.raisedBy)}`}
      late={silence !== null}
      due={silence === null ? null : silenceWords[silence]}
    />
  );
}

/** The concerns about one person. */
export function PersonConcerns() {
  const concerns = useLook('concerns', 'list', {});
  return (
    <PersonSection part="Concerns">
      {(page) => (
        <Look at={concerns} what="concerns">
          {(lines) => {
            if (!page.records.some(({ kind }) => kind === 'concern')) {
              return (
                <Card>
                  <Empty title="No concerns about this person" icon="shield" />
                </Card>
              );
            }
            return (
              <Card flush>
                <WorkList label="Concerns about this person">
                  {lines
                    .filter(({ person }) => isOfOne(page, person))
                    .toSorted(byUrgency)
                    .map((line) => (
                      <ConcernRow key={line.concern} line={line} />
                    ))}
                  <UnreadRows page={page} kind="concern" />
                </WorkList>
              </Card>
            );
          }}
        </Look>
      )}
    </PersonSection>
  );
}
