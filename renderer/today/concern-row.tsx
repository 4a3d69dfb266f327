import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ConcernLine } from '../../shared/contract/concerns.ts';
import { LateTag } from '../concerns/came-in.tsx';
import { isDangerous } from '../concerns/concern-status.ts';
import { Struck } from '../concerns/struck.tsx';
import { useShownName } from '../initials.ts';
import { useSignedIn } from '../signed-in.tsx';
import { lowerFirst } from '../ui/lower-first.ts';
import { Tag } from '../ui/tag.tsx';
import { WorkRow } from '../ui/work-list.tsx';
import { whenWords } from '../words/dates.ts';

interface Props {
  readonly line: ConcernLine;
  readonly due: string;
  readonly late: boolean;
  readonly action?: ReactNode;
}

/** One concern in a list of Today. */
export function ConcernRow({ line, due, late, action }: Props) {
  const { nameOf, categorySentence } = useSignedIn();
  const shown = useShownName();
  const { concern, name, categories, reference, raisedBy, raisedAt } = line;
  return (
    <WorkRow
      title={
        <>
          <Link to="/concerns/$concern" params={{ concern }}>
            <Struck line={line}>
              {shown(name)}: {lowerFirst(categorySentence(categories))}
            </Struck>
          </Link>{' '}
          {isDangerous(line) && <Tag colour="red">Immediate danger</Tag>} <LateTag writtenOn={line.writtenOn} />
        </>
      }
      meta={
        <>
          <span className="nowrap">{reference}</span>, raised by {nameOf(raisedBy)}
          {line.recordedFor === null ? '' : ` for ${line.recordedFor.name}`}, {whenWords(raisedAt)}
        </>
      }
      due={due}
      late={late}
      action={action}
    />
  );
}
