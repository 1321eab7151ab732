import { Checkbox, Segmented } from 'antd';
import { lazy, Suspense } from 'react';
import { now } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type RightsRequest, rightsRoutes } from '../contract.ts';
import { type RightsRequestState, rightsRequestLife } from '../lifecycle.ts';
import { rightsWords } from '../locales/words-requests.ts';
import './privacy.css';

/** Fetched when one is opened: it brings the forms. */
const RequestSheet = lazy(async () => ({
  default: (await import('./RequestSheet.tsx')).RequestSheet,
}));

/** What customers ask for about their data: what is open, the first due first; walked by keyboard like every list. */
export default function RequestsPage() {
  const say = useWords(rightsWords);
  const [{ state = 'open', mine, open }, setAddress] = useAddress();
  const query = { state: state as RightsRequestState, ...(mine && { mine: true }) };
  const list = useRows(rightsRoutes.list, { query });
  const isOpen = state === 'open';
  return (
    <Page
      title={say('requests')}
      filters={
        <>
          <Segmented
            value={state}
            options={rightsRequestLife.states.map((value) => ({ value, label: say(value) }))}
            onChange={(next) => setAddress({ state: next === 'open' ? undefined : next })}
          />
          <Checkbox
            checked={mine !== undefined}
            onChange={({ target }) => setAddress({ mine: target.checked ? 'yes' : undefined })}
          >
            {say('mine')}
          </Checkbox>
        </>
      }
    >
      <ResourceTable
        label={say('requests')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setAddress({ open: id })}
        tone={(row) => (isOpen && new Date(row.dueAt) < now() ? 'late' : undefined)}
        empty={
          <EmptyState
            icon={isOpen ? 'check' : 'shield'}
            title={say(isOpen ? 'allAnswered' : 'noneClosed')}
            next={say('allAnsweredNext')}
          />
        }
      />
      {open && (
        <Suspense fallback={null}>
          <RequestSheet requestId={open} onClose={() => setAddress({ open: undefined })} />
        </Suspense>
      )}
    </Page>
  );
}

function useColumns(): Column<RightsRequest>[] {
  const say = useWords(rightsWords);
  const language = useLanguage();
  return [
    {
      key: 'customer',
      title: say('customer'),
      width: 150,
      isLong: true,
      card: 'title',
      show: (row) => row.customerName,
    },
    { key: 'kind', title: say('kind'), width: 130, card: 'title', show: ({ kind }) => say(kind) },
    { key: 'wish', title: say('wish'), isLong: true, show: (row) => row.wish },
    { key: 'channel', title: say('channel'), width: 110, show: ({ channel }) => say(channel) },
    {
      key: 'owner',
      title: say('owner'),
      width: 110,
      show: (row) => row.ownerName || <span className="soft">{say('nobody')}</span>,
    },
    { key: 'number', title: say('number'), width: 150, card: 'none', show: (row) => row.number },
    {
      key: 'receivedAt',
      title: say('receivedAt'),
      width: 120,
      card: 'none',
      show: (row) => shortTime(row.receivedAt, now(), language),
    },
    {
      key: 'due',
      title: say('dueAt'),
      width: 170,
      card: 'side',
      show: ({ dueAt, decidedAt, warnAt, sum }) => (
        <Deadline dueAt={dueAt} doneAt={decidedAt} warnAt={warnAt} spans={sum} />
      ),
    },
  ];
}
