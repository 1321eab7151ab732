import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Suspense, useMemo } from 'react';
import { BackupLine } from '#modules/organisation/web/index.ts';
import { addDays, dateIn, instantAt } from '#shared/dates.ts';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { type CommitmentShown, commitmentRoutes } from '../contract.ts';
import { commitmentWords } from '../locales/words.ts';
import { CommitmentSheet } from './CommitmentSheet.tsx';
import { Headline, type Show } from './Headline.tsx';
import { NewHouse } from './NewHouse.tsx';
import { KeptByRule, LoadByPerson } from './SideFigures.tsx';
import './supervision.css';
import { useRuleName } from './useRuleName.ts';

const zone = 'Asia/Shanghai';
const plateAtFirst = /^([\u4e00-\u9fff][A-Z][·\s]?[A-Z0-9]{5,6})\s*(.*)$/;

/** What it is about: a plate is drawn as one, since the desk knows a car by it. */
function Subject({ subject, fallback }: { subject: string; fallback: string }) {
  const [, plate, rest] = plateAtFirst.exec(subject) ?? [];
  if (!plate) return <>{subject || fallback}</>;
  return (
    <span className="supervision-subject">
      <PlateTag plate={plate.replace(/[·\s]/g, '')} /> {rest}
    </span>
  );
}

function useColumns(): readonly Column<CommitmentShown>[] {
  const say = useWords(commitmentWords);
  const nameOf = useRuleName();
  return useMemo(
    () => [
      {
        key: 'subject',
        title: say('subject'),
        card: 'title',
        show: (row) => <Subject subject={row.subject} fallback={nameOf(row)} />,
      },
      { key: 'rule', title: say('what'), width: 150, show: nameOf },
      {
        key: 'dueAt',
        title: say('deadline'),
        width: 170,
        card: 'side',
        show: (row) =>
          row.state === 'paused' ? (
            <span className="soft">{say('paused')}</span>
          ) : (
            <Deadline dueAt={row.dueAt} warnAt={row.warnAt} spans={row.sum} />
          ),
      },
      {
        key: 'owner',
        title: say('owner'),
        width: 130,
        show: (row) => row.ownerName ?? <span className="soft">{say('nobody')}</span>,
      },
      {
        key: 'level',
        title: '',
        width: 120,
        card: 'none',
        show: (row) =>
          row.level > 0 && (
            <span className="supervision-climbed">{say('level', { level: row.level })}</span>
          ),
      },
    ],
    [say, nameOf],
  );
}

const stateFor = {
  pressing: 'unsettled',
  late: 'late',
  today: 'open',
  unsettled: 'unsettled',
} as const;
const emptyNames = {
  pressing: 'nothingPressing',
  late: 'nothingLate',
  today: 'nothingToday',
  unsettled: 'nothingOpen',
} as const;
const listNames = {
  pressing: 'pressing',
  late: 'late',
  today: 'dueToday',
  unsettled: 'unsettled',
} as const;

/** The supervisor's day: what is late, what falls due today, who carries it, and how well promises are kept. */
export default function SupervisionPage() {
  const say = useWords(commitmentWords);
  const nameOf = useRuleName();
  const [address, setAddress] = useAddress();
  const columns = useColumns();
  const today = dateIn(zone, useNow());
  const dayEnd = instantAt(zone, today, '24:00').toISOString();
  const monthAgo = instantAt(zone, addDays(today, -30), '00:00').toISOString();
  const figures = useQuery(
    reading(commitmentRoutes.figures, { query: { from: monthAgo, to: dayEnd } }),
  );
  const show = (address.show ?? 'pressing') as Show;
  const list = useRows(commitmentRoutes.list, {
    query: {
      state: stateFor[show],
      ...((show === 'pressing' || show === 'today') && { dueBefore: dayEnd }),
      ...(address.owner && { ownerId: address.owner }),
      ...(address.rule && { rule: address.rule }),
    },
  });
  const owner = figures.data?.load.find(({ ownerId }) => ownerId === address.owner);
  const chosenRule = figures.data?.rules.find(({ rule }) => rule === address.rule);
  // Nothing open, nothing that fell due in a month: nobody has worked with it yet.
  const isNewHouse = figures.data?.load.length === 0 && figures.data.rules.length === 0;
  const filters = [
    owner && say('filterOwner', { name: owner.ownerName ?? say('nobody') }),
    chosenRule && say('filterRule', { name: nameOf(chosenRule) }),
  ].filter(Boolean);
  return (
    <Page title={say('supervision')} note={filters.join(' · ')}>
      <Headline
        figures={figures.data}
        show={show}
        onShow={(next) => setAddress({ show: next === 'pressing' ? undefined : next })}
      />
      <Suspense fallback={null}>
        <BackupLine />
      </Suspense>
      <div className="supervision">
        <div>
          {filters.length > 0 && (
            <Button
              size="small"
              className="supervision-clear-filter"
              onClick={() => setAddress({ owner: undefined, rule: undefined })}
            >
              {say('clearFilter')}
            </Button>
          )}
          <ResourceTable
            label={say(listNames[show])}
            columns={columns}
            list={list}
            rowKey={({ id }) => id}
            onOpen={({ id }) => setAddress({ open: id })}
            tone={({ state }) => (state === 'broken' ? 'late' : undefined)}
            empty={
              isNewHouse ? (
                <NewHouse />
              ) : (
                <EmptyState
                  icon="check"
                  title={say(filters.length > 0 ? 'nothingHere' : emptyNames[show])}
                  next={say('nothingPressingNext')}
                />
              )
            }
          />
        </div>
        {figures.data && !isNewHouse && (
          <aside className="supervision-side">
            <LoadByPerson
              load={figures.data.load}
              onChoose={(ownerId) => setAddress({ owner: ownerId, show: 'unsettled' })}
            />
            <KeptByRule
              rules={figures.data.rules}
              onChoose={(rule) => setAddress({ rule, show: 'unsettled' })}
            />
          </aside>
        )}
      </div>
      {address.open && (
        <CommitmentSheet
          commitmentId={address.open}
          onClose={() => setAddress({ open: undefined })}
        />
      )}
    </Page>
  );
}
