import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { dateIn } from '#shared/dates.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { type EmergencyAccess, emergencyRoutes } from '../../contract.ts';
import { emergencyWords } from '../../locales/emergency.ts';
import './emergency.css';
import { OpenEmergencySheet } from './OpenEmergencySheet.tsx';

const zone = 'Asia/Shanghai';

function useColumns() {
  const say = useWords(emergencyWords);
  const stateOf = ({ isRunning, endedAt, untilAt }: EmergencyAccess) => {
    if (isRunning) return <span className="person-badge">{say('running')}</span>;
    const early = endedAt !== null && endedAt < untilAt;
    return <span className="soft">{say(early ? 'early' : 'over')}</span>;
  };
  const spanOf = ({ createdAt, endedAt, untilAt }: EmergencyAccess) =>
    `${fullTime(createdAt)} – ${fullTime(endedAt ?? untilAt).slice(11)}`;
  const auditOf = ({ employeeId, createdAt }: EmergencyAccess) => {
    const day = dateIn(zone, new Date(createdAt));
    return (
      <Link
        to={'/audit' as never}
        search={{ actorId: employeeId, from: day, until: day } as never}
        aria-label={say('inAudit')}
      >
        {say('inAudit')}
      </Link>
    );
  };
  return [
    {
      key: 'who',
      title: say('who'),
      width: 130,
      card: 'title' as const,
      show: (row: EmergencyAccess) => row.employeeName,
    },
    { key: 'unit', title: say('unit'), width: 170, show: (row: EmergencyAccess) => row.unitName },
    { key: 'when', title: say('when'), width: 200, show: spanOf },
    { key: 'state', title: say('running'), width: 100, card: 'side' as const, show: stateOf },
    { key: 'why', title: say('why'), isLong: true, show: (row: EmergencyAccess) => row.reason },
    {
      key: 'counts',
      title: say('readsChanges'),
      width: 170,
      show: ({ reads, changes }: EmergencyAccess) => say('counts', { reads, changes }),
    },
    { key: 'audit', title: say('inAudit'), width: 120, show: auditOf },
  ];
}

/** Who went beyond his scope, why, and what came of it; and the way to do it oneself. */
export default function EmergencyPage() {
  const say = useWords(emergencyWords);
  const session = useSession();
  const [isOpening, setIsOpening] = useState(false);
  const open = mayUse(session, ['emergency.open']) && (
    <Button danger disabled={session.emergency !== null} onClick={() => setIsOpening(true)}>
      {say('open')}
    </Button>
  );
  return (
    <Page title={say('title')} note={say('lead')} actions={open}>
      {mayUse(session, ['audit.see']) && <List />}
      {isOpening && <OpenEmergencySheet onClose={() => setIsOpening(false)} />}
    </Page>
  );
}

function List() {
  const say = useWords(emergencyWords);
  const list = useRows(emergencyRoutes.list, {});
  return (
    <ResourceTable
      label={say('title')}
      columns={useColumns()}
      list={list}
      rowKey={({ id }) => id}
      empty={<EmptyState icon="shield" title={say('none')} next={say('noneNext')} />}
    />
  );
}
