import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Money } from '#web/Money.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage } from '#web/useWords.ts';
import { cashierRoutes as routes, type TillClose } from '../contract.ts';
import './cashier.css';
import { useCashierWords } from './useCashierWords.ts';

const CorrectSheet = lazy(() => import('./CorrectSheet.tsx'));

function useColumns(onCorrect: (close: TillClose) => void): Column<TillClose>[] {
  const { say } = useCashierWords();
  const language = useLanguage();
  const now = useNow();
  const mayCorrect = mayUse(useSession(), ['cashier.manage']);
  const sum = (key: string, title: string, of: (close: TillClose) => number) =>
    ({
      key,
      title,
      width: 115,
      align: 'end',
      show: (close: TillClose) => <Money fen={of(close)} />,
    }) as const;
  return [
    {
      key: 'number',
      title: say('closeNumber'),
      width: 145,
      card: 'title',
      show: ({ number }) => <span className="figures">{number}</span>,
    },
    { key: 'day', title: say('day'), width: 110, card: 'side', show: ({ dayOn }) => dayOn },
    {
      key: 'cashier',
      title: say('cashierName'),
      width: 100,
      show: ({ cashierName }) => cashierName,
    },
    sum('total', say('net'), ({ totalFen }) => totalFen),
    sum('expected', say('expected'), ({ expectedFen }) => expectedFen),
    sum('counted', say('countedCash'), ({ countedFen }) => countedFen),
    {
      key: 'difference',
      title: say('difference'),
      width: 90,
      align: 'end',
      show: ({ differenceFen }) =>
        differenceFen === 0 ? (
          <span className="cashier-good">{say('noDifference')}</span>
        ) : (
          <span className="cashier-late">
            <Money fen={differenceFen} />
          </span>
        ),
    },
    {
      key: 'reason',
      title: say('reason'),
      isLong: true,
      show: ({ reason, correctsNumber, correctedByNumber }) =>
        [
          correctsNumber && say('corrects', { number: correctsNumber }),
          correctedByNumber && say('correctedBy', { number: correctedByNumber }),
          reason,
        ]
          .filter(Boolean)
          .join(' · '),
    },
    {
      key: 'closedAt',
      title: say('closedAt'),
      width: 115,
      card: 'none',
      show: ({ at }) => shortTime(at, now, language),
    },
    {
      key: 'papers',
      title: '',
      width: 130,
      show: (close) => (
        <span className="cashier-acts">
          <a
            href={pathOf(routes.closeSheet, { tillCloseId: close.id })}
            target="_blank"
            rel="noopener"
          >
            {say('printClose')}
          </a>
          {mayCorrect && close.correctedByNumber === null && (
            <Button size="small" onClick={() => onCorrect(close)}>
              {say('correct')}
            </Button>
          )}
        </span>
      ),
    },
  ];
}

/** Days that were closed, the latest first. */
export default function ClosesPage() {
  const { say } = useCashierWords();
  const [corrected, setCorrected] = useState<TillClose | null>(null);
  const list = useRows(routes.listCloses, { query: {} });
  return (
    <Page title={say('closes')}>
      <ResourceTable
        label={say('closes')}
        columns={useColumns(setCorrected)}
        list={list}
        rowKey={({ id }) => id}
        tone={({ differenceFen }) => (differenceFen === 0 ? undefined : 'warn')}
        empty={<EmptyState icon="money" title={say('closesNone')} next={say('closesNext')} />}
      />
      {corrected && (
        <Suspense>
          <CorrectSheet of={corrected} onClose={() => setCorrected(null)} />
        </Suspense>
      )}
    </Page>
  );
}
