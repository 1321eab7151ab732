import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type CampaignEntry, campaignRoutes } from '../contract.ts';
import { campaignStates } from '../lifecycle.ts';
import './campaigns.css';
import { useSay } from './useSay.ts';

const CampaignForm = lazy(() => import('./CampaignForm.tsx'));

/** Greetings, tips, offers and events, the latest first. */
export default function CampaignsPage() {
  const say = useSay();
  const session = useSession();
  const [address, set] = useAddress();
  const state = campaignStates.find((one) => one === address.state);
  const list = useRows(campaignRoutes.list, { query: state ? { state } : {} });
  const mayWrite = mayUse(session, ['messages.send']);
  const write = () => set({ write: '1' });
  useHotkey(mayWrite ? { keys: 'n', label: say('newCampaign'), group: 'page', run: write } : null);
  return (
    <Page
      title={say('campaigns')}
      note={say('lead')}
      actions={
        <>
          <Link to={'/standing-campaigns' as string}>{say('standing')}</Link>
          {mayWrite && (
            <Button type="primary" icon={<Icon name="plus" />} onClick={write}>
              {say('newCampaign')}
            </Button>
          )}
        </>
      }
      filters={
        <select
          className="plain-field"
          aria-label={say('state')}
          value={state ?? ''}
          onChange={({ target }) => set({ state: target.value })}
        >
          <option value="">{say('anyState')}</option>
          {campaignStates.map((one) => (
            <option key={one} value={one}>
              {say(one)}
            </option>
          ))}
        </select>
      }
    >
      <ResourceTable
        label={say('campaigns')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/campaigns/${id}`}
        empty={
          <EmptyState
            icon="calendar"
            title={say(state ? 'noneHere' : 'none')}
            next={say(state ? 'noneHereNext' : 'noneNext')}
          />
        }
      />
      {mayWrite && address.write && (
        <Suspense fallback={null}>
          <CampaignForm onClose={() => set({ write: undefined })} />
        </Suspense>
      )}
    </Page>
  );
}

function useColumns(): Column<CampaignEntry>[] {
  const say = useSay();
  return [
    { key: 'name', title: say('name'), isLong: true, card: 'title', show: (row) => row.name },
    { key: 'kind', title: say('kind'), width: 110, show: (row) => say(row.kind) },
    { key: 'segment', title: say('segment'), isLong: true, show: (row) => row.segmentName },
    { key: 'nextOn', title: say('next'), width: 120, show: (row) => row.nextOn ?? '—' },
    { key: 'unit', title: say('unit'), width: 160, show: (row) => row.orgUnitName },
    {
      key: 'state',
      title: say('state'),
      width: 100,
      card: 'side',
      show: (row) => <span className={`campaign-${row.state}`}>{say(row.state)}</span>,
    },
  ];
}
