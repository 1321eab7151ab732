import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useEffect, useRef } from 'react';
import { FindVehicle } from '#modules/vehicles/web/index.ts';
import { useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Card, Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage } from '#web/useWords.ts';
import { type ListedCheckIn, checkInRoutes as routes } from '../contract.ts';
import { type CheckInState, checkInStates } from '../lifecycle.ts';
import { useCheckInWords } from './useCheckInWords.ts';
import './check-in.css';

/** Where a car is received: which one, or one that somebody began with. */
export default function CheckInListPage() {
  const { say, sayOf } = useCheckInWords();
  const navigate = useNavigate();
  const [address, setAddress] = useAddress();
  const { vehicleId } = address;
  const state = (address.state ?? 'open') as CheckInState;
  const list = useRows(routes.list, { query: { state } });
  const columns = useColumns();
  const begin = useWriting(routes.begin);
  const open = (vehicleId: string) =>
    begin.mutate(
      { body: { vehicleId } },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: `/check-ins/${id}` as never, replace: vehicleId !== undefined }),
      },
    );
  const isBegun = useRef(false);
  // From the desk with a car in hand: it begins at once.
  useEffect(() => {
    if (!vehicleId || isBegun.current) return;
    isBegun.current = true;
    open(vehicleId);
  });
  return (
    <Page title={say('checkIns')}>
      <div className="checkin-find">
        <Card title={say('findCar')}>
          <ProblemNote problem={begin.error} onAgain={begin.again} />
          <FindVehicle onFound={open} />
        </Card>
      </div>
      <div className="checkin-list-head">
        <Segmented
          size="large"
          value={state}
          aria-label={say('state')}
          onChange={(value) => setAddress({ state: value === 'open' ? undefined : value })}
          options={checkInStates.map((value) => ({ value, label: sayOf('state', value) }))}
        />
      </div>
      <ResourceTable
        label={say('checkIns')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/check-ins/${id}`}
        empty={
          state === 'open' ? (
            <EmptyState icon="tablet" title={say('noOpen')} next={say('noOpenNext')} />
          ) : (
            <EmptyState icon="tablet" title={say('noneSuch')} />
          )
        }
      />
    </Page>
  );
}

function useColumns(): Column<ListedCheckIn>[] {
  const { say } = useCheckInWords();
  const language = useLanguage();
  const now = useNow();
  return [
    {
      key: 'plate',
      title: say('plate'),
      width: 140,
      card: 'title',
      show: ({ plate, plateColour }) => <PlateTag plate={plate} colour={plateColour} />,
    },
    { key: 'customer', title: say('customer'), isLong: true, show: (row) => row.customerName },
    { key: 'model', title: say('model'), isLong: true, show: ({ model }) => model },
    { key: 'by', title: say('by'), width: 120, isLong: true, show: (row) => row.beganByName },
    {
      key: 'savedAt',
      title: say('savedAt'),
      width: 140,
      card: 'side',
      show: ({ savedAt }) => shortTime(savedAt, now, language),
    },
  ];
}
