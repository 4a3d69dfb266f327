import type { HTMLAttributes, Ref } from 'react';

export type HeadingLevel = 1 | 2 | 3 | 4;

interface Props extends HTMLAttributes<HTMLHeadingElement> {
  readonly level: HeadingLevel;
  readonly ref?: Ref<HTMLHeadingElement>;
}

/** A heading whose level the place decides. */
export function Heading({ level, ...rest }: Props) {
  const Element = `h${level}` as const;
  return <Element {...rest} />;
}
