import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { addDays, dateIn, daysBetween } from '#shared/dates.ts';
import { useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { type Address, useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { type Proposal, proposalRoutes, reminderSettingRoutes } from '../contract.ts';
import { proposalKinds } from '../locales/vocabulary.ts';
import { reminderWords } from '../locales/words.ts';
import { DismissSheet } from './DismissSheet.tsx';
import { SettingsSheet } from './SettingsSheet.tsx';
import { WhyDue } from './WhyDue.tsx';
import './reminders.css';
import { useUnits } from './useUnits.ts';

const windows = ['overdue', 'days14', 'days30', 'days90', 'allTime'] as const;
const zone = 'Asia/Shanghai';

/** What the address asks for; without a word of the time: what is due within 30 days, and what is late. */
function queryOf({ kind, unit, window = 'days30' }: Address, today: string) {
  const until = { overdue: 0, days14: 15, days30: 31, days90: 91 }[window];
  return {
    ...(kind && { kind: kind as Proposal['kind'] }),
    ...(unit && { orgUnitId: unit }),
    ...(until !== undefined && { 'dueOn.lt': addDays(today, until) }),
  };
}

/** What cars need next, the earliest first, and why each is proposed (ARC-03). */
export default function RemindersPage() {
  const say = useWords(reminderWords);
  const session = useSession();
  const today = dateIn(zone, useNow());
  const [address] = useAddress();
  const [dismissed, setDismissed] = useState<Proposal | null>(null);
  const [isSetting, setSetting] = useState(false);
  const list = useRows(proposalRoutes.list, { query: queryOf(address, today) });
  const mayDismiss = mayUse(session, ['followUps.call']);
  const maySet = mayUse(session, ['followUps.supervise']);
  return (
    <Page
      title={say('reminders')}
      actions={
        maySet && (
          <>
            <Button onClick={() => setSetting(true)}>{say('settings')}</Button>
            <Extract />
          </>
        )
      }
      filters={<Filters />}
    >
      <ResourceTable
        label={say('reminders')}
        columns={columnsOf(say, today, mayDismiss ? setDismissed : undefined)}
        list={list}
        rowKey={({ id }) => id}
        to={({ customer }) => `/customers/${customer.id}`}
        tone={({ dueOn }) => (dueOn < today ? 'late' : undefined)}
        empty={
          <EmptyState
            icon="calendar"
            title={say('empty')}
            next={say(Object.keys(address).length > 0 ? 'emptyFilteredNext' : 'emptyNext')}
          />
        }
      />
      {dismissed && <DismissSheet proposal={dismissed} onClose={() => setDismissed(null)} />}
      {isSetting && <SettingsSheet onClose={() => setSetting(false)} />}
    </Page>
  );
}

function Filters() {
  const say = useWords(reminderWords);
  const [address, set] = useAddress();
  const units = useUnits();
  return (
    <>
      <select
        className="plain-field"
        aria-label={say('kind')}
        value={address.kind ?? ''}
        onChange={({ target }) => set({ kind: target.value })}
      >
        <option value="">{say('allKinds')}</option>
        {proposalKinds.map((kind) => (
          <option key={kind} value={kind}>
            {say(kind)}
          </option>
        ))}
      </select>
      <select
        className="plain-field"
        aria-label={say('window')}
        value={address.window ?? 'days30'}
        onChange={({ target }) => set({ window: target.value })}
      >
        {windows.map((window) => (
          <option key={window} value={window}>
            {say(window)}
          </option>
        ))}
      </select>
      {units.length > 0 && (
        <select
          className="plain-field"
          aria-label={say('unit')}
          value={address.unit ?? ''}
          onChange={({ target }) => set({ unit: target.value })}
        >
          <option value="">{say('allUnits')}</option>
          {units.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

/** Plans today's calls now, as each morning does by itself. */
function Extract() {
  const say = useWords(reminderWords);
  const extract = useWriting(reminderSettingRoutes.extract, {
    touches: ['service-proposals', 'follow-ups'],
  });
  const planned = extract.data?.planned;
  return (
    <>
      <ProblemNote problem={extract.error} onAgain={extract.again} />
      {planned !== undefined && (
        <span role="status" className="soft">
          {planned === 0 ? (
            say('extractedNone')
          ) : (
            <Link to="/calls">{say('extracted', { count: planned })}</Link>
          )}
        </span>
      )}
      <Button
        type="primary"
        loading={extract.isPending}
        onClick={() => extract.mutate({ body: {} })}
      >
        {say('extract')}
      </Button>
    </>
  );
}

type Say = ReturnType<typeof useWords<keyof (typeof reminderWords)['zh-CN']>>;
function columnsOf(
  say: Say,
  today: string,
  dismiss: ((row: Proposal) => void) | undefined,
): Column<Proposal>[] {
  return [
    {
      key: 'customer',
      title: say('customer'),
      width: 130,
      isLong: true,
      card: 'title',
      show: ({ customer }) => customer.name,
    },
    {
      key: 'car',
      title: say('car'),
      width: 120,
      card: 'title',
      show: ({ vehicle }) => <PlateTag plate={vehicle.plate} colour={vehicle.plateColour} />,
    },
    {
      key: 'dueOn',
      title: say('dueOn'),
      width: 160,
      card: 'side',
      show: ({ dueOn }) => (
        <span className="figures">
          {dueOn} <span className="soft">{distance(say, daysBetween(today, dueOn))}</span>
        </span>
      ),
    },
    {
      key: 'kind',
      title: say('kind'),
      width: 100,
      show: ({ kind }) => <span className={`reminder-kind reminder-${kind}`}>{say(kind)}</span>,
    },
    { key: 'why', title: say('why'), show: (row) => <WhyDue of={row} /> },
    {
      key: 'held',
      title: say('state'),
      width: 170,
      show: ({ held }) =>
        held ? <span className="soft">{say(`held_${held}`)}</span> : say('mayCall'),
    },
    ...(dismiss
      ? [
          {
            key: 'dismiss',
            title: '',
            width: 100,
            show: (row: Proposal) => (
              <Button
                size="small"
                onClick={(event) => {
                  event.stopPropagation();
                  dismiss(row);
                }}
              >
                {say('dismiss')}
              </Button>
            ),
          },
        ]
      : []),
  ];
}

function distance(say: Say, days: number): string {
  if (days === 0) return say('today');
  return days < 0 ? say('late', { days: -days }) : say('inDays', { days });
}
