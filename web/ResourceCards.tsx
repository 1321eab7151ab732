import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RowsView } from './ResourceTable.tsx';

function Card<Row>({ row, view }: { row: Row; view: RowsView<Row> }) {
  const { columns, tone } = view;
  const at = (place: string) => columns.filter(({ card = 'line' }) => card === place);
  const toned = tone?.(row);
  return (
    <CardFrame row={row} view={view} className={`row-card ${toned ? `row-${toned}` : ''}`}>
      <div className="row-card-head">
        <div className="row-card-title">
          {at('title').map((column) => (
            <span key={column.key}>{column.show(row)}</span>
          ))}
        </div>
        {at('side').map((column) => (
          <span key={column.key}>{column.show(row)}</span>
        ))}
      </div>
      <dl>
        {at('line').map((column) => (
          <div key={column.key} className={column.isLong ? 'row-card-long' : undefined}>
            <dt>{column.title}</dt>
            <dd>{column.show(row)}</dd>
          </div>
        ))}
      </dl>
    </CardFrame>
  );
}

interface CardFrameProps<Row> {
  row: Row;
  view: RowsView<Row>;
  className: string;
  children: ReactNode;
}

/** The whole card is the target of the thumb. */
function CardFrame<Row>({ row, view, className, children }: CardFrameProps<Row>) {
  if (view.to) {
    return (
      <div className={className}>
        <Link to={view.to(row)} className="row-card-link" aria-label={view.label} />
        {children}
      </div>
    );
  }
  if (!view.onOpen) return <div className={className}>{children}</div>;
  return (
    <div className={className}>
      <button
        type="button"
        className="row-card-link"
        aria-label={view.label}
        onClick={() => view.open(row)}
      />
      {children}
    </div>
  );
}

export function ResourceCards<Row>(view: RowsView<Row>) {
  return (
    <ul className="row-cards" aria-label={view.label}>
      {view.list.rows.map((row) => (
        <li key={view.rowKey(row)} data-row>
          <Card row={row} view={view} />
        </li>
      ))}
    </ul>
  );
}
