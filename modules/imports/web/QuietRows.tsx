import { Button } from 'antd';
import { PlateTag } from '#web/PlateTag.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import type { Rows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import type { ImportBatchWhole, ImportRow } from '../contract.ts';
import type { ImportField } from '../judge/fields.ts';
import { kinds } from '../judge/kinds.ts';
import { importScreenWords } from '../locales/screen-words.ts';
import { importWords } from '../locales/words.ts';
import { useMending } from './useMending.ts';

/** Rows that need nobody: accepted, left out, imported; with what was tidied or is worth knowing. */
export function QuietRows({ batch, list }: { batch: ImportBatchWhole; list: Rows<ImportRow> }) {
  const say = useWords(importScreenWords);
  const nameOf = useWords(importWords);
  const text = (key: ImportField, more: Partial<Column<ImportRow>> = {}): Column<ImportRow> => ({
    key,
    title: nameOf(key),
    show: (row) => row.cells[key] || '–',
    ...more,
  });
  const name = { width: 160, isLong: true, card: 'title' } as const;
  const ofArchive = [
    text('customerName', name),
    text('phone', { width: 150 }),
    text('plate', {
      width: 130,
      show: (row) => (row.cells.plate ? <PlateTag plate={row.cells.plate} /> : '–'),
    }),
    text('model', { isLong: true }),
    text('lastVisitOn', { width: 120 }),
  ];
  const ofPeople = [
    text('employeeName', name),
    text('phone', { width: 150 }),
    text('post', { width: 150, isLong: true }),
    text('shop', { isLong: true }),
  ];
  const { isOfPeople, kept } = kinds[batch.kind];
  const ofModule = (kept?.shown ?? []).map((field, at) =>
    text(field, at === 0 ? name : { width: 120 }),
  );
  const columns: Column<ImportRow>[] = [
    { key: 'row', title: say('row'), width: 70, show: (row) => row.rowNo, card: 'side' },
    ...(kept ? ofModule : isOfPeople ? ofPeople : ofArchive),
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
