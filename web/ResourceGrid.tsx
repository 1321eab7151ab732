import { Link } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { Icon } from './Icon.tsx';
import type { Column, RowsView } from './ResourceTable.tsx';
import { useWords } from './useWords.ts';
import { shellWords } from './words.ts';

function Header<Row>({ column, view }: { column: Column<Row>; view: RowsView<Row> }) {
  const say = useWords(shellWords);
  const { sort, onSort } = view;
  const field = column.sort;
  const isUp = field !== undefined && sort === field;
  const isDown = field !== undefined && sort === `-${field}`;
  const order = isUp ? 'ascending' : isDown ? 'descending' : undefined;
  return (
    <th
      scope="col"
      style={{ width: column.width }}
      className={column.align === 'end' ? 'cell-end' : undefined}
      aria-sort={order}
    >
      {field && onSort ? (
        <button
          type="button"
          title={say('sortBy', { column: column.title })}
          onClick={() => onSort(isUp ? `-${field}` : field)}
        >
          {column.title}
          <span className={order ? 'sort-on' : 'sort-off'}>
            <Icon name={isDown ? 'down' : 'up'} size={13} />
          </span>
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}

/** A click anywhere in the row opens it, unless it met something that acts itself or text was being marked. */
function isPlainClick({ target }: MouseEvent): boolean {
  const acts = target instanceof Element && target.closest('a, button, input, label, .floating');
  return !acts && String(getSelection() ?? '') === '';
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  const names = [column.align === 'end' && 'cell-end', column.isLong && 'cell-long'];
  return names.filter(Boolean).join(' ') || undefined;
}

function GridRow<Row>({ row, index, view }: { row: Row; index: number; view: RowsView<Row> }) {
  const { columns, to, onOpen, open, tone, current } = view;
  const canOpen = to !== undefined || onOpen !== undefined;
  const names = [canOpen && 'row-opens', tone?.(row) && `row-${tone(row)}`];
  return (
    <tr
      data-row
      className={names.filter(Boolean).join(' ')}
      aria-current={index === current || undefined}
      onClick={(event) => canOpen && isPlainClick(event) && open(row)}
    >
      {columns.map((column, at) => (
        <td key={column.key} className={cellClass(column)}>
          {at === 0 && to ? <Link to={to(row)}>{column.show(row)}</Link> : column.show(row)}
        </td>
      ))}
    </tr>
  );
}

export function ResourceGrid<Row>(view: RowsView<Row>) {
  return (
    <div className="grid-frame">
      <table className="grid" aria-label={view.label}>
        <thead>
          <tr>
            {view.columns.map((column) => (
              <Header key={column.key} column={column} view={view} />
            ))}
          </tr>
        </thead>
        <tbody>
          {view.list.rows.map((row, index) => (
            <GridRow key={view.rowKey(row)} row={row} index={index} view={view} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
