import classNames from 'classnames';
import { type ReactNode, useEffect, useRef, useState } from 'react';

export interface Column {
  readonly key: string;
  readonly label: ReactNode;
  /** Right-aligned figures of one width. */
  readonly numeric?: boolean;
}

export interface Row {
  readonly key: string;
  /** One for each column; words instead of an empty cell. */
  readonly cells: readonly ReactNode[];
}

export interface RowGroup {
  readonly key: string;
  readonly title: ReactNode;
  readonly rows: readonly Row[];
}

interface Props {
  readonly caption: string;
  readonly captionShown?: boolean;
  readonly columns: readonly Column[];
  /** Either rows, or groups of rows under a heading each. */
  readonly rows?: readonly Row[];
  readonly groups?: readonly RowGroup[];
  /** The column that names the row; the first when not said, null for none. */
  readonly headingColumn?: number | null;
}

// Only what can be scrolled takes the focus: everybody else would stop there for nothing.
function useOverflows() {
  const box = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth + 1));
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return { box, overflows };
}

function BodyRow({ row, columns, headingColumn }: { readonly row: Row } & Pick<Props, 'columns' | 'headingColumn'>) {
  return (
    <tr className="nhsuk-table__row">
      {columns.map((column, index) => {
        const number = column.numeric && 'table-number';
        return index === headingColumn ? (
          <th key={column.key} scope="row" className={classNames('nhsuk-table__header', number)}>
            {row.cells[index]}
          </th>
        ) : (
          <td key={column.key} className={classNames('nhsuk-table__cell', number)}>
            {row.cells[index]}
          </td>
        );
      })}
    </tr>
  );
}

/** Rows and columns. Sideways scrolling stays inside it. */
export function DataTable({ caption, captionShown, columns, rows, groups, headingColumn = 0 }: Props) {
  const { box, overflows } = useOverflows();
  const region = overflows ? { role: 'region', tabIndex: 0, 'aria-label': `${caption} table` } : {};
  const bodies: readonly (Omit<RowGroup, 'title'> & { title?: ReactNode })[] = groups ?? [
    { key: 'all', rows: rows ?? [] },
  ];
  return (
    <div ref={box} className="table-scroll" {...region}>
      <table className="nhsuk-table nhsuk-table--compact">
        <caption className={captionShown ? 'nhsuk-table__caption' : 'nhsuk-u-visually-hidden'}>{caption}</caption>
        <thead className="nhsuk-table__head">
          <tr>
            {columns.map(({ key, label, numeric }) => (
              <th key={key} scope="col" className={classNames('nhsuk-table__header', numeric && 'table-number')}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {bodies.map((body) => (
          <tbody key={body.key} className="nhsuk-table__body">
            {body.title ? (
              <tr className="table-group">
                <th scope="rowgroup" colSpan={columns.length} className="nhsuk-table__header">
                  {body.title}
                </th>
              </tr>
            ) : null}
            {body.rows.map((row) => (
              <BodyRow key={row.key} row={row} columns={columns} headingColumn={headingColumn} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
