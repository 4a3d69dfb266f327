import classNames from 'classnames';
import { bodyShapes, type Side } from './body-shapes.ts';

interface Props {
  /** Regions that are marked, by their ids. */
  readonly marked: readonly string[];
  /** What a click on a region does; without it the picture only shows. */
  readonly onToggle?: (side: Side, region: string) => void;
}

const sides = { front: 'Front', back: 'Back' } as const satisfies Record<Side, string>;

function Figure({ side, marked, onToggle }: Props & { readonly side: Side }) {
  const [left, right] = side === 'front' ? ['R', 'L'] : ['L', 'R'];
  return (
    <svg viewBox="30 0 140 430" className={classNames('body-figure', onToggle && 'body-figure--takes-clicks')}>
      <text x="100" y="426" textAnchor="middle">
        {sides[side]}
      </text>
      <text x="36" y="14">
        {left}
      </text>
      <text x="164" y="14" textAnchor="end">
        {right}
      </text>
      {bodyShapes[side].map(({ region, path, mirrored }) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the picture mirrors the checkboxes, which are the control; it is hidden from screen readers and out of the tab order
        <path
          key={region}
          d={path}
          data-region={region}
          className={classNames('body-figure__region', marked.includes(region) && 'body-figure__region--marked')}
          {...(mirrored && { transform: 'translate(200 0) scale(-1 1)' })}
          {...(onToggle && { onClick: () => onToggle(side, region) })}
        />
      ))}
    </svg>
  );
}

/** The body from the front and the back. It says nothing that does not stand in words beside it. */
export function BodyFigure(props: Props) {
  return (
    <div className="body-figures" aria-hidden="true">
      <Figure {...props} side="front" />
      <Figure {...props} side="back" />
    </div>
  );
}
