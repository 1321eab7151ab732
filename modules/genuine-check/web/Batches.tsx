import { Button } from 'antd';
import { useState } from 'react';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { grouped } from '#web/figures.ts';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { shortTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type GenuineBatch, genuineRoutes } from '../contract.ts';
import { genuineWords } from '../locales/words.ts';
import { LabelsButton } from './LabelsButton.tsx';
import { WithdrawSheet } from './WithdrawSheet.tsx';

export function Batches() {
  const say = useWords(genuineWords);
  const language = useLanguage();
  const now = useNow();
  const list = useRows(genuineRoutes.listBatches, {});
  const [toWithdraw, withdraw] = useState<GenuineBatch>();
  const columns: Column<GenuineBatch>[] = [
    {
      key: 'product',
      title: say('product'),
      isLong: true,
      card: 'title',
      show: (row) => row.product,
    },
    {
      key: 'partNumber',
      title: say('partNumber'),
      width: 150,
      show: (row) => row.partNumber || '—',
    },
    { key: 'number', title: say('batch'), width: 140, show: (row) => row.number },
    {
      key: 'codes',
      title: say('codes'),
      width: 80,
      align: 'end',
      show: (row) => grouped(row.codes),
    },
    {
      key: 'checked',
      title: say('checked'),
      width: 80,
      align: 'end',
      show: (row) => grouped(row.codesChecked),
    },
    {
      key: 'warned',
      title: say('warned'),
      width: 70,
      align: 'end',
      show: (row) => grouped(row.codesWarned),
    },
    {
      key: 'at',
      title: say('issuedAt'),
      width: 120,
      card: 'side',
      show: (row) => shortTime(row.createdAt, now, language),
    },
    {
      key: 'acts',
      title: '',
      width: 190,
      show: (row) =>
        row.withdrawnAt ? (
          <span className="soft">{say('withdrawnOn', { why: row.withdrawnWhy })}</span>
        ) : (
          <span className="genuine-desk-acts">
            <LabelsButton batch={row} />
            <Button size="small" onClick={() => withdraw(row)}>
              {say('withdraw')}
            </Button>
          </span>
        ),
    },
  ];
  return (
    <>
      <ResourceTable
        label={say('batches')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        tone={({ codesWarned }) => (codesWarned > 0 ? 'late' : undefined)}
        empty={<EmptyState icon="shield" title={say('noBatches')} next={say('noBatchesNext')} />}
      />
      {toWithdraw && (
        <WithdrawSheet
          route={genuineRoutes.withdrawBatch}
          params={{ genuineBatchId: toWithdraw.id }}
          of={`${toWithdraw.number} ${toWithdraw.product}`}
          lead={say('withdrawBatchLead')}
          onClose={() => withdraw(undefined)}
        />
      )}
    </>
  );
}
