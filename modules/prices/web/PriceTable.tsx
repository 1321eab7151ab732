import { EmptyState } from '#web/EmptyState.tsx';
import { Money } from '#web/Money.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type PriceLine, priceKinds, priceRoutes } from '../contract.ts';
import { hoursText } from '../locales/values.ts';
import { usePriceWords } from './usePriceWords.ts';

export interface At {
  orgUnitId?: string;
  day?: string;
}

export function PriceTable({ at, onOpen }: { at: At; onOpen: (line: PriceLine) => void }) {
  const { say } = usePriceWords();
  const [{ show, q, ended }] = useAddress();
  const kind = priceKinds.find((each) => each === show);
  const query = {
    ...at,
    ...(kind && { kind }),
    ...(q && { q }),
    ...(ended && { withEnded: true }),
  };
  const list = useRows(priceRoutes.list, { query });
  return (
    <ResourceTable
      label={say('prices')}
      columns={useColumns()}
      list={list}
      rowKey={({ id }) => id}
      onOpen={onOpen}
      empty={
        q ? (
          <EmptyState icon="search" title={say('noneFound')} next={say('noneFoundNext')} />
        ) : (
          <EmptyState icon="money" title={say('none')} next={say('noneNext')} />
        )
      }
    />
  );
}

function useColumns(): Column<PriceLine>[] {
  const { say, value } = usePriceWords();
  const guarantee = ({ guaranteeDays, guaranteeKm }: PriceLine) =>
    [
      guaranteeDays !== null && say('guaranteeOf', { days: guaranteeDays }),
      guaranteeKm !== null && say('guaranteeKmOf', { km: guaranteeKm }),
    ]
      .filter(Boolean)
      .join(say('or'));
  return [
    {
      key: 'name',
      title: say('itemName'),
      isLong: true,
      card: 'title',
      show: ({ name, model }) => (model ? `${name} · ${model}` : name),
    },
    {
      key: 'code',
      title: say('itemCode'),
      width: 130,
      isLong: true,
      show: ({ code }) => <span className="figures">{code}</span>,
    },
    {
      key: 'kind',
      title: say('itemKind'),
      width: 100,
      show: ({ kind, origin, workGrade }) =>
        (origin && value(`origin_${origin}`)) ||
        value(`work_${workGrade}`) ||
        value(`kind_${kind}`),
    },
    {
      key: 'hours',
      title: say('standardHours'),
      width: 90,
      align: 'end',
      show: ({ standardHours }) =>
        standardHours ? say('hours', { hours: hoursText(standardHours) }) : '—',
    },
    {
      key: 'source',
      title: say('hoursSource'),
      width: 90,
      card: 'none',
      show: ({ hoursSource, standardHours }) =>
        hoursSource && standardHours ? value(`source_${hoursSource}`) : '—',
    },
    {
      key: 'amount',
      title: say('amount'),
      width: 150,
      align: 'end',
      card: 'side',
      show: (row) => <Amount row={row} />,
    },
    { key: 'days', title: say('guaranteeDays'), width: 130, show: (row) => guarantee(row) || '—' },
    {
      key: 'from',
      title: say('validFrom'),
      width: 120,
      show: ({ validFrom, nextFrom }) => (
        <>
          <span className="figures">{validFrom}</span>
          {nextFrom && (
            <span className="price-desk-next">{say('nextFrom', { day: nextFrom })}</span>
          )}
        </>
      ),
    },
    {
      key: 'of',
      title: say('editionOf'),
      width: 100,
      isLong: true,
      show: ({ isOwn, orgUnitName }) => (isOwn ? say('own') : orgUnitName),
    },
  ];
}

function Amount({ row: { amountFen, measure, priceFen, kind, standing } }: { row: PriceLine }) {
  const { say } = usePriceWords();
  if (standing === 'notOffered') return <span className="soft">{say('ended')}</span>;
  if (amountFen === null) return <span className="soft">{say('noAmount')}</span>;
  return (
    <>
      <Money fen={amountFen} />
      {measure && <span className="soft">{say('perMeasure', { measure })}</span>}
      {kind === 'job' && priceFen !== null && (
        <span className="price-desk-tag">{say('fixed')}</span>
      )}
    </>
  );
}
