import { Segmented, Select } from 'antd';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { fullTime, shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage } from '#web/useWords.ts';
import { type CallEntry, callRoutes, type FollowUpEntry, followUpRoutes } from '../contract.ts';
import { followUpLifecycle } from '../lifecycle.ts';
import { callResults } from '../locales/vocabulary.ts';
import './calls.css';
import { Person } from './Person.tsx';
import { useCodeWords, useSay } from './useFollowUpWords.ts';

/** 追踪服务登记表: every call that was made or came in; and the plan of those to come, for the supervisor. */
export default function RegisterPage() {
  const say = useSay();
  const [address, setAddress] = useAddress();
  const isPlan = address.show === 'plan';
  return (
    <Page
      title={say('register')}
      filters={
        <>
          <Segmented
            value={isPlan ? 'plan' : 'calls'}
            options={[
              { value: 'calls', label: say('registerCalls') },
              { value: 'plan', label: say('registerPlan') },
            ]}
            onChange={(show) => setAddress({ show: show === 'plan' ? 'plan' : undefined })}
          />
          {isPlan ? (
            <Filter name="state" any={say('anyState')} values={followUpLifecycle.states} />
          ) : (
            <Filter name="result" any={say('anyResult')} values={callResults} />
          )}
        </>
      }
    >
      {isPlan ? <Plan /> : <Calls />}
    </Page>
  );
}

function Filter(props: { name: string; any: string; values: readonly string[] }) {
  const { name, any, values } = props;
  const word = useCodeWords();
  const [address, setAddress] = useAddress();
  return (
    <Select
      aria-label={any}
      value={address[name] ?? ''}
      options={[
        { value: '', label: any },
        ...values.map((value) => ({ value, label: word(value) })),
      ]}
      onChange={(value) => setAddress({ [name]: value || undefined })}
      popupMatchSelectWidth={false}
      style={{ minWidth: 120 }}
    />
  );
}

const knownOrNone = <Word extends string>(words: readonly Word[], given: string | undefined) =>
  words.find((word) => word === given);

function Nothing() {
  const say = useSay();
  return <EmptyState icon="order" title={say('noRegister')} next={say('noRegisterNext')} />;
}

function Calls() {
  const say = useSay();
  const word = useCodeWords();
  const [address] = useAddress();
  const result = knownOrNone(callResults, address.result);
  const list = useRows(callRoutes.list, { query: { ...(result && { result }) } });
  const columns: readonly Column<CallEntry>[] = [
    { key: 'at', title: say('at'), width: 150, card: 'side', show: (row) => fullTime(row.at) },
    {
      key: 'customer',
      title: say('customer'),
      width: 130,
      card: 'title',
      show: (row) => row.customerName,
    },
    {
      key: 'car',
      title: say('car'),
      width: 120,
      show: (row) => <PlateTag plate={row.plate || null} />,
    },
    {
      key: 'result',
      title: say('result'),
      width: 150,
      show: (row) => `${say(row.direction)} · ${word(row.reason || row.result)}`,
    },
    { key: 'points', title: say('mainPoints'), isLong: true, show: (row) => row.mainPoints },
    {
      key: 'topics',
      title: say('topics'),
      width: 170,
      isLong: true,
      show: (row) => row.topics.map((topic) => say(topic)).join('、'),
    },
    {
      key: 'satisfaction',
      title: say('satisfaction'),
      width: 100,
      align: 'end',
      show: (row) => row.satisfaction ?? '',
    },
    {
      key: 'by',
      title: say('by'),
      width: 130,
      show: (row) =>
        `${row.byName ?? '—'}${row.actingForName ? `（${say('actingFor', { name: row.actingForName })}）` : ''}`,
    },
  ];
  return (
    <ResourceTable
      label={say('registerCalls')}
      columns={columns}
      list={list}
      rowKey={({ id }) => id}
      empty={<Nothing />}
    />
  );
}

function Plan() {
  const say = useSay();
  const now = useNow();
  const language = useLanguage();
  const [address] = useAddress();
  const state = knownOrNone(followUpLifecycle.states, address.state);
  const list = useRows(followUpRoutes.list, { query: { ...(state && { state }) } });
  const columns: readonly Column<FollowUpEntry>[] = [
    {
      key: 'customer',
      title: say('customer'),
      width: 240,
      card: 'title',
      show: (row) => <Person customer={row.customer} />,
    },
    {
      key: 'car',
      title: say('car'),
      width: 130,
      show: (row) =>
        row.vehicle && <PlateTag plate={row.vehicle.plate} colour={row.vehicle.plateColour} />,
    },
    { key: 'rule', title: say('rule'), width: 80, show: (row) => say(row.rule) },
    {
      key: 'dueOn',
      title: say('dueOn'),
      show: (row) => `${row.earliestOn} 〜 ${row.latestOn.slice(5)}`,
    },
    { key: 'tries', title: say('tries'), width: 70, align: 'end', show: (row) => row.tries },
    {
      key: 'agent',
      title: say('agent'),
      width: 130,
      show: (row) => row.agentName ?? say('unassigned'),
    },
    {
      key: 'done',
      title: say('doneAt'),
      width: 130,
      card: 'none',
      show: (row) => (row.doneAt ? shortTime(row.doneAt, now, language) : ''),
    },
    { key: 'state', title: say('state'), width: 110, card: 'side', show: (row) => say(row.state) },
  ];
  return (
    <ResourceTable
      label={say('registerPlan')}
      columns={columns}
      list={list}
      rowKey={({ id }) => id}
      to={({ id }) => `/calls/${id}`}
      tone={(row) => (row.state === 'expired' || row.state === 'unreachable' ? 'warn' : undefined)}
      empty={<Nothing />}
    />
  );
}
