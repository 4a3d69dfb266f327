import type { ReactNode } from 'react';

/** A part of the session form, as the list of its parts names it. */
export interface SectionLine {
  readonly id: string;
  readonly title: string;
  /** Whether what it asks for stands in it. */
  readonly done: boolean;
}

interface Props {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** One part of a long form. Its heading takes the focus when somebody comes from the list. */
export function FormSection({ id, title, children }: Props) {
  return (
    <section className="form-section" id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
