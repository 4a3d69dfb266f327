import { useEffect, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import type { SectionLine } from './form-section.tsx';

function goTo(id: string): void {
  document.getElementById(id)?.scrollIntoView();
  document.getElementById(`${id}-heading`)?.focus({ preventScroll: true });
}

/** Whoever asked for more sections stands in the list, on the first one that is new. */
function useFocusOnNew(sections: readonly SectionLine[]) {
  const list = useRef<HTMLUListElement>(null);
  const shown = useRef(sections.map(({ id }) => id));
  const asked = useRef(false);
  useEffect(() => {
    const added = sections.find(({ id }) => !shown.current.includes(id));
    if (asked.current && added !== undefined) {
      asked.current = false;
      list.current?.querySelector<HTMLElement>(`[href="#${added.id}"]`)?.focus();
    }
    shown.current = sections.map(({ id }) => id);
  }, [sections]);
  return { list, asked };
}

interface Props {
  readonly sections: readonly SectionLine[];
  readonly current: string | null;
  /** Puts more sections into the list; null when all are there. */
  readonly onMore: (() => void) | null;
}

/** Where somebody is in a long form, and what of it is done. */
export function SectionList({ sections, current, onMore }: Props) {
  const { list, asked } = useFocusOnNew(sections);
  return (
    <nav className="sticky-col stack" aria-label="Sections of this form">
      <ul className="steps" ref={list}>
        {sections.map(({ id, title, done }, index) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? 'step' : undefined}
              onClick={(event) => {
                event.preventDefault();
                goTo(id);
              }}
            >
              <span className={done ? 'steps__mark steps__mark--done' : 'steps__mark'} aria-hidden="true">
                {done ? <Icon name="check" /> : index + 1}
              </span>
              <span>
                {title}
                {done && <VisuallyHidden>, done</VisuallyHidden>}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {onMore !== null && (
        <Button
          small
          onClick={() => {
            asked.current = true;
            onMore();
          }}
        >
          Show all sections
        </Button>
      )}
    </nav>
  );
}
