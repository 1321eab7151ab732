import { Button } from 'antd';
import { type ReactNode, Suspense, use } from 'react';
import { createPortal } from 'react-dom';
import { EmptyState } from './EmptyState.tsx';
import { useModules } from './modules.ts';
import { PageToolsContext } from './Page.tsx';
import { ProblemNote } from './ProblemNote.tsx';
import { ResourceCards } from './ResourceCards.tsx';
import { ResourceGrid } from './ResourceGrid.tsx';
import './resource-table.css';
import { useIsPhone } from './useMedia.ts';
import { useRowKeys } from './useRowKeys.ts';
import type { Rows } from './useRows.ts';
import { useWords } from './useWords.ts';
import { Waiting } from './Waiting.tsx';
import { shellWords } from './words.ts';

export interface Column<Row> {
  key: string;
  title: string;
  show: (row: Row) => ReactNode;
  /** The field that the server sorts by. */
  sort?: string;
  /** In px; columns without one share the rest. */
  width?: number;
  align?: 'start' | 'end';
  /** Long text ends with … in the table; it is whole on the card and in the record. */
  isLong?: boolean;
  /** Its place on the phone's card: `title`, `side` (top right), `line` (with its title, the usual) or `none`. */
  card?: 'title' | 'side' | 'line' | 'none';
}

export interface ResourceTableProps<Row> {
  /** What the list holds, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  /** From `useRows`. */
  list: Rows<Row>;
  rowKey: (row: Row) => string;
  /** Where a row leads; its first column then is the link. */
  to?: (row: Row) => string;
  /** Instead of an address: opens it here. */
  onOpen?: (row: Row) => void;
  /** `openedAt`, or `-openedAt` for the latest first. */
  sort?: string;
  onSort?: (sort: string) => void;
  /** Draws the row's edge: what is late catches the eye. */
  tone?: (row: Row) => 'late' | 'warn' | undefined;
  empty?: ReactNode;
}

/** What the table and the cards are handed. */
export interface RowsView<Row> extends ResourceTableProps<Row> {
  current: number;
  open: (row: Row) => void;
}

/** A dense list: sorted by its headers, walked with j, k and Enter, read on page by page; cards on a phone. */
export function ResourceTable<Row>(props: ResourceTableProps<Row>) {
  const { list, empty } = props;
  const say = useWords(shellWords);
  const isPhone = useIsPhone();
  const { current, open, box } = useRowKeys(props);
  const count = list.rows.length;
  if (list.problem && count === 0) {
    return (
      <div>
        <ProblemNote problem={list.problem} />
        <Button onClick={list.readAgain}>{say('readAgain')}</Button>
      </div>
    );
  }
  if (list.isLoading) return <Waiting />;
  if (count === 0) return <>{empty ?? <EmptyState title={say('nothingHere')} />}</>;
  const view: RowsView<Row> = { ...props, current, open };
  return (
    <div ref={box} className="rows">
      <Tools {...props} />
      {isPhone ? <ResourceCards {...view} /> : <ResourceGrid {...view} />}
      <div className="rows-end">
        <span className="soft">{say(list.more ? 'someShown' : 'allShown', { count })}</span>
        {list.more && (
          <Button size="small" loading={list.more.isLoading} onClick={list.more.load}>
            {say('loadMore')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What can be done with the list as a whole stands beside the page’s name; the rows need the room. */
function Tools<Row>({ list, columns, label }: ResourceTableProps<Row>) {
  const place = use(PageToolsContext);
  const { ListTools } = useModules().find((module) => module.ListTools) ?? {};
  if (!place || !ListTools || !list.asked) return null;
  const keys = columns.map(({ key }) => key);
  const tools = <ListTools {...list.asked} columns={keys} label={label} />;
  return createPortal(<Suspense fallback={null}>{tools}</Suspense>, place);
}
