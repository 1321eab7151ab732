import { Button } from 'antd';
import { useState } from 'react';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { shortTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type GenuineCode, genuineRoutes } from '../contract.ts';
import { genuineWords } from '../locales/words.ts';
import { WithdrawSheet } from './WithdrawSheet.tsx';

function useColumns(withdraw: (row: GenuineCode) => void): Column<GenuineCode>[] {
  const say = useWords(genuineWords);
  const language = useLanguage();
  const now = useNow();
  const looksOf = ({ latest }: GenuineCode) =>
    latest
      .map(({ at, place }) => `${place || say('noPlace')} ${shortTime(at, now, language)}`)
      .join('；');
  return [
    {
      key: 'product',
      title: say('product'),
      isLong: true,
      card: 'title',
      show: (row) => row.product,
    },
    { key: 'ending', title: say('ending'), width: 90, show: (row) => <code>{row.ending}</code> },
    { key: 'batch', title: say('batch'), width: 140, show: (row) => row.batchNumber },
    {
      key: 'state',
      title: say('state'),
      width: 90,
      card: 'side',
      show: (row) => say(`state_${row.state}`),
    },
    {
      key: 'checks',
      title: say('checks'),
      width: 90,
      align: 'end',
      show: (row) => say('times', { count: row.checks }),
    },
    { key: 'places', title: say('places'), isLong: true, show: looksOf },
    {
      key: 'acts',
      title: '',
      width: 90,
      show: (row) =>
        row.state !== 'withdrawn' && (
          <Button size="small" onClick={() => withdraw(row)}>
            {say('withdraw')}
          </Button>
        ),
    },
  ];
}

export function Codes({ q, state }: { q: string | undefined; state: 'warned' | undefined }) {
  const say = useWords(genuineWords);
  const [toWithdraw, withdraw] = useState<GenuineCode>();
  const columns = useColumns(withdraw);
  const query = { ...(q && { q }), ...(state && { state }) };
  const list = useRows(genuineRoutes.listCodes, { query });
  return (
    <>
      <ResourceTable
        label={say('codeList')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        tone={(row) => (row.state === 'warned' ? 'late' : undefined)}
        empty={
          q ? (
            <EmptyState icon="search" title={say('noCode')} next={say('noCodeNext')} />
          ) : state ? (
            <EmptyState icon="check" title={say('noWarnings')} next={say('noWarningsNext')} />
          ) : (
            <EmptyState icon="shield" title={say('noBatches')} next={say('noBatchesNext')} />
          )
        }
      />
      {toWithdraw && (
        <WithdrawSheet
          route={genuineRoutes.withdrawCode}
          params={{ genuineCodeId: toWithdraw.id }}
          of={`${toWithdraw.product} …${toWithdraw.ending}`}
          lead={say('withdrawCodeLead')}
          onClose={() => withdraw(undefined)}
        />
      )}
    </>
  );
}
