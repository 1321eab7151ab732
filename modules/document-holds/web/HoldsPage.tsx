import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { dayOf } from '#web/shopClock.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { holdRoutes, type ListedDocumentHold } from '../contract.ts';
import { holdLife, holdOrigins } from '../lifecycle.ts';
import { untilOf } from './HoldsCard.tsx';
import './holds.css';
import { LiftSheet } from './LiftSheet.tsx';
import { type Say, useSay } from './said.ts';

const wayTo = ({ on, complaintId, orderId, vehicleId, customerId }: ListedDocumentHold): string =>
  on === 'complaint'
    ? `/complaints/${complaintId}`
    : on === 'serviceOrder'
      ? `/orders/${orderId}`
      : on === 'vehicle'
        ? `/vehicles/${vehicleId}`
        : `/customers/${customerId}`;

/** What is named first: the number of what is held, else whose it is. */
const nameOf = (row: ListedDocumentHold): string =>
  row.on === 'complaint'
    ? row.complaintNumber
    : row.on === 'serviceOrder'
      ? row.orderNumber
      : row.on === 'vehicle'
        ? row.plate
        : row.customerName;

function columnsOf(say: Say, onLift: (row: ListedDocumentHold) => void) {
  const columns: Column<ListedDocumentHold>[] = [
    {
      key: 'on',
      title: say('on'),
      width: 170,
      card: 'title',
      // Of a complaint behind the wall it is told that there is one, not which.
      show: (row) =>
        row.on === 'complaint' && !row.complaintId ? (
          say('on_complaint')
        ) : (
          <Link to={wayTo(row)}>
            {say(`on_${row.on}`)} {nameOf(row)}
          </Link>
        ),
    },
    { key: 'customer', title: say('customer'), width: 110, show: (row) => row.customerName },
    {
      key: 'reason',
      title: say('reason'),
      isLong: true,
      show: (row) =>
        [row.reason, row.isLegal && say('legal'), row.authorityFile].filter(Boolean).join(' · '),
    },
    { key: 'placedAt', title: say('placedAt'), width: 115, show: (row) => dayOf(row.placedAt) },
    {
      key: 'placedBy',
      title: say('placedBy'),
      width: 100,
      show: (row) => row.placedByName || <span className="soft">{say('bySystem')}</span>,
    },
    {
      key: 'until',
      title: say('until'),
      width: 160,
      show: (row) => <span title={row.ruleSource}>{untilOf(row, say)}</span>,
    },
    {
      key: 'waiting',
      title: say('waiting'),
      width: 115,
      show: ({ waitingSince }) =>
        waitingSince && <span className="hold-waits">{dayOf(waitingSince)}</span>,
    },
    {
      key: 'state',
      title: say('state'),
      width: 150,
      card: 'side',
      show: (row) => <StateOf row={row} say={say} onLift={() => onLift(row)} />,
    },
  ];
  return columns;
}

function StateOf(props: { row: ListedDocumentHold; say: Say; onLift: () => void }) {
  const { row, say, onLift } = props;
  const [lift] = row.steps;
  if (lift?.allowed) {
    return (
      <Button
        size="small"
        onClick={(event) => {
          event.stopPropagation();
          onLift();
        }}
      >
        {say('lift')}
      </Button>
    );
  }
  return (
    <span className={row.state === 'lifted' ? 'soft' : ''} title={row.liftReason || lift?.reason}>
      {say(`state_${row.state}`)}
    </span>
  );
}

/** The register of evidence that is held, for who supervises, with what waits behind each (CMP-18). */
export default function HoldsPage() {
  const say = useSay();
  const [address, set] = useAddress();
  const [lifting, setLifting] = useState<ListedDocumentHold>();
  const one = <Value extends string>(values: readonly Value[], given: string | undefined) =>
    values.find((value) => value === given);
  const state =
    address.state === 'all' ? undefined : (one(holdLife.states, address.state) ?? 'placed');
  const query = {
    ...(state && { state }),
    ...(address.origin && { origin: one(holdOrigins, address.origin) }),
    ...(address.isLegal && { isLegal: true }),
    ...(address.isWaited && { isWaited: true }),
  };
  const list = useRows(holdRoutes.list, { query });
  const isWaited = address.isWaited === 'true';
  const isLegal = address.isLegal === 'true';
  const toggle = (name: 'isWaited' | 'isLegal', isOn: boolean) =>
    set({ [name]: isOn ? undefined : 'true' });
  useHotkey({
    keys: '1',
    label: say('onlyWaited'),
    group: 'page',
    run: () => toggle('isWaited', isWaited),
  });
  useHotkey({
    keys: '2',
    label: say('onlyLegal'),
    group: 'page',
    run: () => toggle('isLegal', isLegal),
  });
  return (
    <Page
      title={say('register')}
      note={say('lead')}
      filters={
        <>
          <select
            className="plain-field"
            aria-label={say('state')}
            value={state ?? 'all'}
            onChange={({ target }) =>
              set({ state: target.value === 'placed' ? undefined : target.value })
            }
          >
            {holdLife.states.map((value) => (
              <option key={value} value={value}>
                {say(`state_${value}`)}
              </option>
            ))}
            <option value="all">{say('all')}</option>
          </select>
          <select
            className="plain-field"
            aria-label={say('origin')}
            value={address.origin ?? ''}
            onChange={({ target }) => set({ origin: target.value || undefined })}
          >
            <option value="">{say('allOrigins')}</option>
            {holdOrigins.map((value) => (
              <option key={value} value={value}>
                {say(`origin_${value}`)}
              </option>
            ))}
          </select>
          <Button
            type={isWaited ? 'primary' : 'default'}
            aria-pressed={isWaited}
            onClick={() => toggle('isWaited', isWaited)}
          >
            {say('onlyWaited')} <kbd className="for-keyboard">1</kbd>
          </Button>
          <Button
            type={isLegal ? 'primary' : 'default'}
            aria-pressed={isLegal}
            onClick={() => toggle('isLegal', isLegal)}
          >
            {say('onlyLegal')} <kbd className="for-keyboard">2</kbd>
          </Button>
        </>
      }
    >
      <ResourceTable
        label={say('register')}
        columns={columnsOf(say, (row) => flushSync(() => setLifting(row)))}
        list={list}
        rowKey={({ id }) => id}
        to={wayTo}
        empty={<EmptyState icon="shield" title={say('none')} next={say('noneNext')} />}
      />
      {lifting && <LiftSheet hold={lifting} onClose={() => setLifting(undefined)} />}
    </Page>
  );
}
