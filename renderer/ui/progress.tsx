import { type ReactNode, useId } from 'react';

interface Props {
  /** What is going on; read out when it changes. */
  readonly label: string;
  /** How far: both, or neither when nobody knows. */
  readonly value?: number;
  readonly max?: number;
  /** How far in words: "4,200 of 12,418". Not read out at each step. */
  readonly words?: ReactNode;
}

/** Something that takes a while. */
export function Progress({ label, value, max = 100, words }: Props) {
  const id = useId();
  return (
    <div className="progress">
      <p>
        <span role="status" id={id}>
          {label}
        </span>
        {words ? <span className="muted"> {words}</span> : null}
      </p>
      <progress aria-labelledby={id} max={max} value={value} />
    </div>
  );
}
