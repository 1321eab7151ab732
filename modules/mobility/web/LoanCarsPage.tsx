import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { now } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Page } from '#web/Page.tsx';
import { plateColumn } from '#web/plateColumn.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { dayOf } from '#web/shopClock.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type LoanCar, loanCarRoutes } from '../contract.ts';
import { LoanTable } from './LoanTable.tsx';
import { useMobilityWords } from './useMobilityWords.ts';
import './mobility.css';

const LendSheet = lazy(async () => ({ default: (await import('./LendSheet.tsx')).LendSheet }));
const CarSheet = lazy(async () => ({ default: (await import('./CarSheet.tsx')).CarSheet }));

/** The shop's loan cars: which can be lent, with whom the others are, and which papers end soon. */
export default function LoanCarsPage() {
  const { say } = useMobilityWords();
  const navigate = useNavigate();
  const session = useSession();
  const mayManage = mayUse(session, ['organisation.manage']);
  const [{ view }, setAddress] = useAddress();
  const [sheet, setSheet] = useState<{ car?: LoanCar; is: 'lend' | 'car' } | null>(null);
  useHotkey(
    mayManage
      ? { keys: 'n', label: say('newLoanCar'), group: 'page', run: () => setSheet({ is: 'car' }) }
      : null,
  );
  const close = () => setSheet(null);
  return (
    <Page
      title={say('loanCars')}
      actions={
        mayManage && (
          <Button onClick={() => setSheet({ is: 'car' })}>
            {say('newLoanCar')}
            <kbd className="for-keyboard">n</kbd>
          </Button>
        )
      }
      filters={
        <Segmented
          value={view ?? 'cars'}
          onChange={(next) => setAddress({ view: next === 'loans' ? 'loans' : undefined })}
          options={[
            { value: 'cars', label: say('loanCars') },
            { value: 'loans', label: say('loans') },
          ]}
        />
      }
    >
      {view === 'loans' ? (
        <LoanTable />
      ) : (
        <Cars
          onLend={(car) => setSheet({ is: 'lend', car })}
          onChange={mayManage ? (car) => setSheet({ is: 'car', car }) : undefined}
        />
      )}
      <Suspense fallback={null}>
        {sheet?.is === 'car' && <CarSheet of={sheet.car} onClose={close} />}
        {sheet?.is === 'lend' && sheet.car && (
          <LendSheet
            car={sheet.car}
            onClose={(made) =>
              made ? void navigate({ to: `/loans/${made.id}` as never }) : close()
            }
          />
        )}
      </Suspense>
    </Page>
  );
}

function Cars(props: { onLend: (car: LoanCar) => void; onChange?: (car: LoanCar) => void }) {
  const { onLend, onChange } = props;
  const { say, sayOf } = useMobilityWords();
  const mayLend = mayUse(useSession(), ['serviceOrders.receive']);
  const list = useRows(loanCarRoutes.list, { query: {} });
  const inAMonth = dayOf(new Date(now().getTime() + 30 * 86_400_000).toISOString());
  const until = (day: string) => (day <= inAMonth ? <b className="loan-soon">{day}</b> : day);
  const columns: Column<LoanCar>[] = [
    plateColumn(say('plate')),
    { key: 'model', title: say('model'), width: 130, show: (row) => row.model || '—' },
    {
      key: 'condition',
      title: say('condition'),
      width: 240,
      card: 'side',
      show: (row) =>
        row.loan ? (
          <span className="loan-with">
            <Link to={`/loans/${row.loan.id}` as never}>
              {say('with', { name: row.loan.customerName })}
            </Link>
            <Deadline dueAt={row.loan.dueAt} />
          </span>
        ) : (
          [sayOf('condition', row.condition), row.conditionNote].filter(Boolean).join(' · ')
        ),
    },
    {
      key: 'mileageKm',
      title: say('mileage'),
      width: 110,
      show: (row) => row.mileageKm.toLocaleString('en'),
    },
    {
      key: 'inspectionUntil',
      title: say('inspectionUntil'),
      width: 120,
      show: (row) => until(row.inspectionUntil),
    },
    {
      key: 'insuranceUntil',
      title: say('insuranceUntil'),
      width: 120,
      show: (row) => until(row.insuranceUntil),
    },
    {
      key: 'lend',
      title: say('lend'),
      width: 140,
      show: (row) => (
        <span className="trip-actions">
          {mayLend && !row.loan && row.condition === 'ready' && (
            <Button size="small" type="primary" onClick={() => onLend(row)}>
              {say('lend')}
            </Button>
          )}
          {onChange && (
            <Button size="small" onClick={() => onChange(row)}>
              {say('change')}
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <ResourceTable
      label={say('loanCars')}
      columns={columns}
      list={list}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="car" title={say('emptyCars')} next={say('emptyCarsHint')} />}
    />
  );
}
