import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { now } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { type Address, useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { complaintRoutes, type ListedComplaint } from '../contract.ts';
import { complaintKinds, complaintLifecycle, severities } from '../lifecycle.ts';
import { complaintWords } from '../locales/words.ts';
import { Chips } from './Chips.tsx';
import { ComplaintFigures } from './ComplaintFigures.tsx';
import './complaints.css';
import './forms.css';

type Query = NonNullable<Parameters<typeof useRows<typeof complaintRoutes.list>>[1]['query']>;

/** What the address asks for; without a word of the kind: what is open, the most pressing first. */
function queryOf({ show = 'open', ...address }: Address, me: string): Query {
  const isNarrowed = address.figure !== undefined || address.state !== undefined;
  const which = isNarrowed
    ? {}
    : { open: { isOpen: true }, mine: { isOpen: true, handlerId: me } }[show];
  const sort = show === 'all' ? '-receivedAt' : undefined;
  return { ...(sort && { sort }), ...address, ...which } as Query;
}

function useColumns(): Column<ListedComplaint>[] {
  const say = useWords(complaintWords);
  const language = useLanguage();
  return [
    {
      key: 'complainant',
      title: say('complainant'),
      width: 150,
      isLong: true,
      show: (row) => row.complainantName,
      card: 'title',
    },
    {
      key: 'clock',
      title: say('clock'),
      width: 170,
      card: 'side',
      show: ({ clock, state }) =>
        clock ? (
          <Deadline dueAt={clock.dueAt} warnAt={clock.warnAt} spans={clock.sum} />
        ) : (
          <span className="soft">{say(state)}</span>
        ),
    },
    {
      key: 'plate',
      title: say('car'),
      width: 120,
      card: 'title',
      show: ({ plate }) => plate && <PlateTag plate={plate} />,
    },
    {
      key: 'content',
      title: say('content'),
      isLong: true,
      show: ({ beginning, repeatOfId, timesReopened }) => (
        <>
          {(repeatOfId !== null || timesReopened > 0) && (
            <span className="complaint-again-mark">{say('figureRecurred')}</span>
          )}
          {beginning}
        </>
      ),
    },
    { key: 'kind', title: say('kind'), width: 90, show: ({ kind }) => say(kind) },
    {
      key: 'severity',
      title: say('severity'),
      width: 80,
      show: ({ severity }) => (
        <span className={`severity complaint-severity-${severity}`}>{say(severity)}</span>
      ),
    },
    { key: 'state', title: say('state'), width: 80, show: ({ state }) => say(state) },
    {
      key: 'handler',
      title: say('handler'),
      width: 100,
      show: ({ handlerName }) => handlerName ?? <span className="soft">{say('nobody')}</span>,
    },
    {
      key: 'receivedAt',
      title: say('receivedAt'),
      width: 110,
      card: 'none',
      show: ({ receivedAt }) => shortTime(receivedAt, now(), language),
    },
  ];
}

function Filters() {
  const say = useWords(complaintWords);
  const [address, set] = useAddress();
  const pick = (name: 'kind' | 'severity' | 'state', values: readonly string[]) => (
    <select
      className="plain-field"
      aria-label={say(name)}
      value={address[name] ?? ''}
      onChange={({ target }) => set({ [name]: target.value })}
    >
      <option value="">{say(name)}</option>
      {values.map((value) => (
        <option key={value} value={value}>
          {say(value as 'price')}
        </option>
      ))}
    </select>
  );
  return (
    <>
      <Chips
        label={say('state')}
        options={(['open', 'mine', 'all'] as const).map((each) => [each, say(each)])}
        value={address.figure ? '' : (address.show ?? 'open')}
        onChange={(show) =>
          set({
            show: show === 'open' ? undefined : show,
            figure: undefined,
            state: undefined,
            receivedFrom: undefined,
            receivedUntil: undefined,
            sort: undefined,
          })
        }
      />
      {pick('state', complaintLifecycle.states)}
      {pick('kind', complaintKinds)}
      {pick('severity', ['unassessed', ...severities])}
      <Input
        className="complaint-find-input"
        allowClear
        maxLength={60}
        placeholder={say('find')}
        aria-label={say('find')}
        defaultValue={address.q}
        onChange={({ target }) => set({ q: target.value.trim() })}
      />
    </>
  );
}

/** The register, the most pressing first: the handler sees at once whose clock runs out. */
export default function ComplaintListPage() {
  const say = useWords(complaintWords);
  const session = useSession();
  const [address] = useAddress();
  const list = useRows(complaintRoutes.list, { query: queryOf(address, session.employeeId) });
  const isFiltered = Object.keys(address).length > 0;
  const mayReceive = mayUse(session, ['complaints.handle']);
  const receive = mayReceive && (
    <Link to="/complaints/new">
      <Button type="primary" icon={<Icon name="plus" />}>
        {say('receiveOne')}
      </Button>
    </Link>
  );
  return (
    <Page title={say('complaints')} actions={receive} filters={<Filters />}>
      <ComplaintFigures />
      <ResourceTable
        label={say('register')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/complaints/${id}`}
        tone={({ clock, severity }) =>
          clock?.state === 'broken' ? 'late' : severity === 'major' ? 'warn' : undefined
        }
        empty={
          <EmptyState
            icon="complaint"
            title={say(isFiltered ? 'emptyFiltered' : 'empty')}
            next={say(isFiltered ? 'emptyFilteredNext' : 'emptyNext')}
          />
        }
      />
    </Page>
  );
}
