import classNames from 'classnames';
import { VisuallyHidden } from './visually-hidden.tsx';

interface Props {
  readonly count: number;
  /** What is counted, for screen readers: "concerns waiting". */
  readonly words?: string;
  readonly onDark?: boolean;
}

const number = new Intl.NumberFormat('en-GB');

/** A number in a bubble, beside the words of a link. */
export function Count({ count, words, onDark = false }: Props) {
  return (
    <span className={classNames('count', onDark && 'count--on-dark')}>
      <VisuallyHidden> (</VisuallyHidden>
      {number.format(count)}
      <VisuallyHidden>{words ? ` ${words})` : ')'}</VisuallyHidden>
    </span>
  );
}
