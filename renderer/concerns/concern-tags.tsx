import { Tag } from '../ui/tag.tsx';
import { isDangerous, type Standing } from './concern-status.ts';
import { PracticeTag } from './practice-tag.tsx';
import { stageTags } from './stage-words.ts';

/** How a concern stands, in one or two tags. */
export function ConcernTags({ standing }: { readonly standing: Standing }) {
  const { words, colour } = stageTags[standing.stage];
  return (
    <>
      {standing.practiceRun ? (
        <>
          <PracticeTag />{' '}
        </>
      ) : null}
      <Tag colour={colour}>{words}</Tag>
      {isDangerous(standing) ? (
        <>
          {' '}
          <Tag colour="red">Immediate danger</Tag>
        </>
      ) : null}
    </>
  );
}
