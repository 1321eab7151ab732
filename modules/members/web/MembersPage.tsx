import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { addDays, dateIn } from '#shared/dates.ts';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { grouped } from '#web/figures.ts';
import { Money } from '#web/Money.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type MemberItem, memberRuleRoutes, memberRoutes as routes } from '../contract.ts';
import './members.css';
import { useMemberWords } from './useMemberWords.ts';

type Query = NonNullable<Parameters<typeof useRows<typeof routes.list>>[1]['query']>;

function useColumns(): Column<MemberItem>[] {
  const { say } = useMemberWords();
  return [
    {
      key: 'customer',
      title: say('customer'),
      isLong: true,
      card: 'title',
      show: ({ customerName }) => customerName,
    },
    { key: 'number', title: say('number'), width: 150, show: ({ number }) => number },
    {
      key: 'tier',
      title: say('tier'),
      width: 110,
      card: 'side',
      show: ({ tierName }) => <span className="member-tier">{tierName}</span>,
    },
    {
      key: 'balance',
      title: say('balance'),
      width: 130,
      align: 'end',
      show: ({ principalFen, giftFen }) => <Money fen={principalFen + giftFen} />,
    },
    {
      key: 'gift',
      title: say('gift'),
      width: 120,
      align: 'end',
      show: ({ giftFen }) => <Money fen={giftFen} />,
    },
    {
      key: 'points',
      title: say('points'),
      width: 100,
      align: 'end',
      show: ({ points }) => <span className="figures">{grouped(points)}</span>,
    },
    {
      key: 'expires',
      title: say('nextExpiry'),
      width: 130,
      show: ({ expiresNextOn }) => expiresNextOn ?? '—',
    },
    {
      key: 'joined',
      title: say('joinedOn'),
      width: 120,
      card: 'none',
      show: ({ joinedOn }) => joinedOn,
    },
  ];
}

function Filters() {
  const { say, sayOf } = useMemberWords();
  const [address, set] = useAddress();
  const { data: rules } = useQuery(reading(memberRuleRoutes.rules, {}));
  const inThirtyDays = addDays(dateIn('Asia/Shanghai', useNow()), 30);
  return (
    <>
      <select
        className="plain-field"
        aria-label={say('tier')}
        value={address.tier ?? ''}
        onChange={({ target }) => set({ tier: target.value })}
      >
        <option value="">{say('allTiers')}</option>
        {rules?.tiers.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
      <select
        className="plain-field"
        aria-label={say('holds')}
        value={address.holds ?? ''}
        onChange={({ target }) => set({ holds: target.value })}
      >
        <option value="">{say('holdsAny')}</option>
        {['money', 'points', 'packages'].map((value) => (
          <option key={value} value={value}>
            {sayOf('holds', value)}
          </option>
        ))}
      </select>
      <label className="member-check">
        <input
          type="checkbox"
          checked={address.expiresUntil !== undefined}
          onChange={({ target }) =>
            set({ expiresUntil: target.checked ? inThirtyDays : undefined })
          }
        />
        {say('expireIn30')}
      </label>
      <Input
        className="member-find"
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

/** The members of the shop, the latest first; each opens the customer's file, where his card stands. */
export default function MembersPage() {
  const { say } = useMemberWords();
  const [address] = useAddress();
  const list = useRows(routes.list, { query: address as Query });
  const isFiltered = Object.keys(address).length > 0;
  return (
    <Page title={say('members')} filters={<Filters />}>
      <ResourceTable
        label={say('members')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        to={({ customerId }) => `/customers/${customerId}`}
        empty={
          <EmptyState
            icon="money"
            title={say(isFiltered ? 'emptyFiltered' : 'empty')}
            next={say('emptyNext')}
          />
        }
      />
    </Page>
  );
}
