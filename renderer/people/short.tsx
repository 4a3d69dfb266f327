import { useState } from 'react';
import { LinkButton } from '../ui/button.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

// About two lines of a timeline.
const most = 200;

/** The beginning, cut between words; null when all of it is short enough. */
export function beginningOf(text: string): string | null {
  const lines = text.split('\n');
  const twoLines = lines.slice(0, 2).join('\n');
  if (twoLines.length <= most) return lines.length > 2 ? `${twoLines} …` : null;
  const cut = twoLines.slice(0, most);
  const space = cut.search(/\s\S*$/);
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()} …`;
}

/** What somebody wrote, as much of it as fits two lines, and a button for all of it. */
export function Short({ text, of }: { readonly text: string; readonly of: string }) {
  const [all, setAll] = useState(false);
  const beginning = beginningOf(text);
  if (beginning === null) return text;
  return (
    <>
      {all ? text : beginning}{' '}
      <LinkButton aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? 'Show less' : 'Show all'}
        <VisuallyHidden> of: {of}</VisuallyHidden>
      </LinkButton>
    </>
  );
}
