import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { StoredFileView } from '#modules/files/web/index.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useRows } from '#web/useRows.ts';
import { type Partner, subletPartnerRoutes as routes } from '../contract.ts';
import './sublets.css';
import { useSubletWords } from './useSubletWords.ts';

const PartnerSheet = lazy(async () => ({
  default: (await import('./PartnerSheet.tsx')).PartnerSheet,
}));

/** The firms that jobs are given to: whom one calls, what they may do, what they have now. */
export default function PartnersPage() {
  const { say } = useSubletWords();
  const mayManage = mayUse(useSession(), ['organisation.manage']);
  const [open, setOpen] = useState<{ partner?: Partner } | null>(null);
  const list = useRows(routes.list, { query: {} });
  useHotkey(
    mayManage
      ? { keys: 'n', label: say('newPartner'), group: 'page', run: () => setOpen({}) }
      : null,
  );
  const columns: Column<Partner>[] = [
    { key: 'name', title: say('name'), card: 'title', show: (row) => row.name },
    {
      key: 'isActive',
      title: say('isActive'),
      width: 90,
      card: 'side',
      show: (row) => say(row.isActive ? 'isActive' : 'notActive'),
    },
    { key: 'trades', title: say('trades'), show: (row) => row.trades || '—' },
    {
      key: 'contact',
      title: say('contactName'),
      width: 180,
      show: (row) => [row.contactName, row.contactPhone].filter(Boolean).join(' ') || '—',
    },
    {
      key: 'qualification',
      title: say('qualificationShort'),
      width: 240,
      show: (row) => <Qualification partner={row} />,
    },
    {
      key: 'outNow',
      title: say('outNow'),
      width: 90,
      show: (row) =>
        row.outNow > 0 ? (
          <Link to={'/sublets' as never} search={{ state: 'out', partnerId: row.id } as never}>
            {row.outNow}
          </Link>
        ) : (
          '—'
        ),
    },
    ...(mayManage
      ? [
          {
            key: 'change',
            title: '',
            width: 90,
            show: (partner: Partner) => (
              <Button size="small" onClick={() => setOpen({ partner })}>
                {say('change')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Page
      title={say('partners')}
      actions={
        mayManage && (
          <Button type="primary" onClick={() => setOpen({})}>
            {say('newPartner')}
            <kbd className="for-keyboard">n</kbd>
          </Button>
        )
      }
    >
      <ResourceTable
        label={say('partners')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        tone={(row) => (row.isExpired ? 'warn' : undefined)}
        empty={
          <EmptyState icon="building" title={say('partnersEmpty')} next={say('partnersHint')} />
        }
      />
      <Suspense fallback={null}>
        {open && <PartnerSheet of={open.partner} onClose={() => setOpen(null)} />}
      </Suspense>
    </Page>
  );
}

/** The paper by which the firm may do the work, and whether it still holds. */
function Qualification({ partner }: { partner: Partner }) {
  const { say } = useSubletWords();
  const { qualification, qualificationUntil, isExpired, paperFileId, paperType, name } = partner;
  const until = [qualificationUntil, isExpired && say('expired')].filter(Boolean).join(' ');
  if (!qualification && !until && !paperFileId) return '—';
  return (
    <>
      {qualification} {until && <span className={isExpired ? 'sublet-late' : 'soft'}>{until}</span>}
      {paperFileId && (
        <StoredFileView
          fileId={paperFileId}
          contentType={paperType}
          name={name}
          label={say('paperOpen')}
        />
      )}
    </>
  );
}
