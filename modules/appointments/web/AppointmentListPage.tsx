import { Select } from 'antd';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { fullTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type ListedAppointment, appointmentRoutes as routes } from '../contract.ts';
import { appointmentLife } from '../lifecycle.ts';
import './appointments.css';
import { useAppointmentWords } from './useAppointmentWords.ts';

/** Appointments by their time; `?state=noShow` are those to be called. */
export default function AppointmentListPage() {
  const { say, sayOf } = useAppointmentWords();
  const [{ state, customerId, vehicleId }, setAddress] = useAddress();
  const query = {
    ...(state && { state: state as ListedAppointment['state'] }),
    ...(customerId && { customerId }),
    ...(vehicleId && { vehicleId }),
  };
  const list = useRows(routes.list, { query });
  const columns: Column<ListedAppointment>[] = [
    {
      key: 'startsAt',
      title: say('startsAt'),
      width: 150,
      card: 'side',
      show: (row) => fullTime(row.startsAt),
    },
    {
      key: 'plate',
      title: say('plate'),
      width: 130,
      card: 'title',
      show: (row) => (row.plate ? <PlateTag plate={row.plate} /> : '—'),
    },
    { key: 'name', title: say('name'), width: 120, show: (row) => row.name },
    { key: 'kind', title: say('kind'), width: 90, show: (row) => sayOf('kind', row.kind) },
    { key: 'wish', title: say('wish'), isLong: true, show: (row) => row.wish },
    { key: 'advisor', title: say('advisor'), width: 110, show: (row) => row.advisorName || '—' },
    { key: 'state', title: say('state'), width: 100, show: (row) => sayOf('state', row.state) },
  ];
  return (
    <Page
      title={say('appointments')}
      filters={
        <Select
          allowClear
          aria-label={say('state')}
          placeholder={say('state')}
          className="appointment-state-filter"
          value={state}
          onChange={(next?: string) => setAddress({ state: next })}
          options={appointmentLife.states.map((one) => ({
            value: one,
            label: sayOf('state', one),
          }))}
        />
      }
    >
      <ResourceTable
        label={say('appointments')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/appointments/${id}`}
        tone={(row) => (row.state === 'noShow' && row.calledAt === null ? 'warn' : undefined)}
        empty={<EmptyState icon="calendar" title={say('emptyDay')} />}
      />
    </Page>
  );
}
