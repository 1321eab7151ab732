import { useNavigate } from '@tanstack/react-router';
import { Button, Input, type InputRef, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { formatPhone } from '#shared/phones.ts';
import { useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage } from '#web/useWords.ts';
import { type PhoneCallEntry, phoneCallRoutes, shows } from '../contract.ts';
import './phone-calls.css';
import { touches, useSay } from './usePhoneWords.ts';

const isOwed = ({ state }: PhoneCallEntry) => state === 'missed' || state === 'taken';

/** Who called: whom we owe a call first, then what waits to be recorded, then all. */
export default function PhoneCallsPage() {
  const say = useSay();
  const [address, set] = useAddress();
  const show = shows.find((one) => one === address.show) ?? 'owed';
  const list = useRows(phoneCallRoutes.list, { query: { show } });
  return (
    <Page
      title={say('register')}
      note={say('lead')}
      actions={<NewCall isAsked={address.new === '1'} />}
      filters={
        <Segmented
          value={show}
          options={shows.map((value) => ({ value, label: say(`show_${value}`) }))}
          onChange={(next) => set({ show: next === 'owed' ? undefined : next })}
        />
      }
    >
      <ResourceTable
        label={say('register')}
        columns={useColumns(show === 'owed')}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/phone-calls/${id}`}
        tone={(row) => (isOwed(row) ? 'warn' : undefined)}
        empty={
          <EmptyState icon="phone" title={say(`none_${show}`)} next={say(`none_${show}Next`)} />
        }
      />
    </Page>
  );
}

/** The receiver in one hand: the number as it is shown, then Enter; `n` leads here. */
function NewCall({ isAsked }: { isAsked: boolean }) {
  const say = useSay();
  const navigate = useNavigate();
  const field = useRef<InputRef>(null);
  const [number, setNumber] = useState('');
  const add = useWriting(phoneCallRoutes.add, touches);
  useEffect(() => {
    if (isAsked) field.current?.focus();
  }, [isAsked]);
  useHotkey({
    keys: 'n',
    label: say('begin'),
    group: 'page',
    run: (event) => {
      event.preventDefault();
      field.current?.focus();
    },
  });
  const begin = () => {
    if (number.trim() === '' || add.isPending) return;
    add.mutate(
      { body: { direction: 'in', number } },
      { onSuccess: ({ id }) => void navigate({ to: `/phone-calls/${id}` }) },
    );
  };
  return (
    <div className="phone-new">
      <Input
        ref={field}
        aria-label={say('numberField')}
        placeholder={say('numberHint')}
        inputMode="tel"
        autoComplete="off"
        maxLength={40}
        value={number}
        onChange={({ target }) => setNumber(target.value)}
        onPressEnter={begin}
      />
      <Button type="primary" loading={add.isPending} onClick={begin}>
        {say('begin')} <kbd className="for-keyboard">N</kbd>
      </Button>
      <ProblemNote problem={add.error} onAgain={add.again} />
    </div>
  );
}

function useColumns(withDeadline: boolean): Column<PhoneCallEntry>[] {
  const say = useSay();
  const now = useNow();
  const language = useLanguage();
  const deadline: Column<PhoneCallEntry> = {
    key: 'callBackBy',
    title: say('callBackBy'),
    width: 150,
    card: 'side',
    show: (row) => row.callBackBy && isOwed(row) && <Deadline dueAt={row.callBackBy} />,
  };
  return [
    {
      key: 'caller',
      title: say('caller'),
      card: 'title',
      isLong: true,
      show: (row) => row.customerName ?? (row.callerName || say('unknown')),
    },
    {
      key: 'number',
      title: say('number'),
      width: 150,
      show: (row) => <span className="figures">{formatPhone(row.number) || say('withheld')}</span>,
    },
    {
      key: 'startedAt',
      title: say('startedAt'),
      width: 130,
      show: (row) => <span className="figures">{shortTime(row.startedAt, now, language)}</span>,
    },
    { key: 'direction', title: say('direction'), width: 80, show: (row) => say(row.direction) },
    {
      key: 'state',
      title: say('state'),
      width: 110,
      ...(!withDeadline && { card: 'side' as const }),
      show: (row) => (
        <span className={`phone-${row.state}`}>
          {say(row.result ? `result_${row.result}` : `state_${row.state}`)}
        </span>
      ),
    },
    { key: 'owner', title: say('owner'), width: 100, show: (row) => row.ownerName ?? '—' },
    ...(withDeadline
      ? [deadline]
      : [
          {
            key: 'note',
            title: say('note'),
            isLong: true,
            show: (row: PhoneCallEntry) => row.note,
          },
        ]),
  ];
}
