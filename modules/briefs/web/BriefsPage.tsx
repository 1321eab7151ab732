import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { now } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage } from '#web/useWords.ts';
import { briefRoutes, type ListedBrief } from '../contract.ts';
import { type BriefGrain, briefGrains } from '../lifecycle.ts';
import './briefs.css';
import { periodName, useSay } from './said.ts';

const DraftSheet = lazy(() => import('./DraftSheet.tsx'));

function useColumns(): Column<ListedBrief>[] {
  const say = useSay();
  const language = useLanguage();
  const time = (at: string) => shortTime(at, now(), language);
  return [
    { key: 'period', title: say('period'), width: 130, card: 'title', show: periodName },
    { key: 'kind', title: say('kind'), width: 130, show: ({ grain }) => say(`brief_${grain}`) },
    { key: 'unit', title: say('unit'), isLong: true, show: (row) => row.unitName },
    {
      key: 'state',
      title: say('state'),
      width: 110,
      card: 'side',
      show: ({ state }) => <span className={`brief-mark-${state}`}>{say(`state_${state}`)}</span>,
    },
    { key: 'figures', title: say('figuresAt'), width: 150, show: (row) => time(row.figuresAt) },
    { key: 'by', title: say('signedBy'), width: 120, show: (row) => row.signedByName },
    {
      key: 'at',
      title: say('signedAt'),
      width: 150,
      show: ({ signedAt }) => signedAt && time(signedAt),
    },
  ];
}

/** All monthly briefs and yearly summaries, the latest period first (FUP-12). */
export default function BriefsPage() {
  const say = useSay();
  const navigate = useNavigate();
  const [address, set] = useAddress();
  const grain = briefGrains.find((each) => each === address.grain);
  const list = useRows(briefRoutes.list, { query: grain ? { grain } : {} });
  const mayDraft = mayUse(useSession(), ['followUps.supervise']);
  const open = () => set({ draft: '1' });
  useHotkey(mayDraft ? { keys: 'n', label: say('draftNow'), group: 'page', run: open } : null);
  return (
    <Page
      title={say('briefs')}
      filters={
        <select
          className="plain-field"
          aria-label={say('kind')}
          value={grain ?? ''}
          onChange={({ target }) => set({ grain: target.value || undefined })}
        >
          <option value="">{say('allKinds')}</option>
          {briefGrains.map((each: BriefGrain) => (
            <option key={each} value={each}>
              {say(`brief_${each}`)}
            </option>
          ))}
        </select>
      }
      actions={
        mayDraft && (
          <Button type="primary" icon={<Icon name="plus" />} onClick={open}>
            {say('draftNow')}
          </Button>
        )
      }
    >
      <ResourceTable
        label={say('briefs')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/briefs/${id}`}
        empty={<EmptyState icon="order" title={say('noBriefs')} next={say('noBriefsNext')} />}
      />
      {mayDraft && address.draft && (
        <Suspense>
          <DraftSheet
            onClose={() => set({ draft: undefined })}
            onMade={(id) => void navigate({ to: `/briefs/${id}` })}
          />
        </Suspense>
      )}
    </Page>
  );
}
