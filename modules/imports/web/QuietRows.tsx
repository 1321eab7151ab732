import { Button } from 'antd';
import { PlateTag } from '#web/PlateTag.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import type { Rows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import type { ImportBatchWhole, ImportRow } from '../contract.ts';
import { importScreenWords } from '../locales/screen-words.ts';
import { importWords } from '../locales/words.ts';
import { useMending } from './useMending.ts';

/** Rows that need nobody: accepted, left out, imported; with what was tidied or is worth knowing. */
export function QuietRows({ batch, list }: { batch: ImportBatchWhole; list: Rows<ImportRow> }) {
  const say = useWords(importScreenWords);
  const nameOf = useWords(importWords);
  const columns: Column<ImportRow>[] = [
    { key: 'row', title: say('row'), width: 70, show: (row) => row.rowNo, card: 'side' },
    {
      key: 'name',
      title: nameOf('customerName'),
      width: 160,
      isLong: true,
      show: (row) => row.cells.customerName,
      card: 'title',
    },
    { key: 'phone', title: nameOf('phone'), width: 150, show: (row) => row.cells.phone },
    {
      key: 'plate',
      title: nameOf('plate'),
      width: 130,
      show: (row) => (row.cells.plate ? <PlateTag plate={row.cells.plate} /> : '–'),
    },
    { key: 'model', title: nameOf('model'), isLong: true, show: (row) => row.cells.model },
    {
      key: 'visit',
      title: nameOf('lastVisitOn'),
      width: 120,
      show: (row) => row.cells.lastVisitOn,
    },
    {
      key: 'note',
      title: nameOf('reason'),
      isLong: true,
      show: (row) => row.reasons.map(({ words }) => words).join('；'),
    },
  ];
  const taking: Column<ImportRow> = {
    key: 'take',
    title: '',
    width: 90,
    show: (row) => <TakeIn batch={batch} row={row} />,
  };
  const isSkipped = list.rows[0]?.status === 'skipped' && batch.state === 'judged';
  return (
    <ResourceTable
      label={say('rows')}
      columns={isSkipped ? [...columns, taking] : columns}
      list={list}
      rowKey={(row) => String(row.rowNo)}
    />
  );
}

function TakeIn({ batch, row }: { batch: ImportBatchWhole; row: ImportRow }) {
  const say = useWords(importScreenWords);
  const { mend, isBusy } = useMending(batch, row);
  return (
    <Button size="small" loading={isBusy} onClick={() => mend({ decision: null })}>
      {say('takeIn')}
    </Button>
  );
}
