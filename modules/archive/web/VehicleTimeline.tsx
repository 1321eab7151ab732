import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { Vehicle } from '#modules/vehicles/contract.ts';
import { brought } from '#web/brought.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { timelineRoutes, type VehicleEntryKind, vehicleEntryKinds } from '../contract-timeline.ts';
import { timelineWords } from '../locales/words-timeline.ts';
import './archive.css';
import { Entries } from './entries.tsx';
import { useArchiveWords } from './useArchiveWords.ts';

/** What happened with the car, newest first, whoever owned it; what an old list said of it stands below. */
export function VehicleTimeline({ vehicle }: { vehicle: Vehicle }) {
  const say = useWords(timelineWords);
  const { say: sayOfFile } = useArchiveWords();
  const session = useSession();
  const [kind, setKind] = useState<VehicleEntryKind | 'all'>('all');
  const asked = { params: { vehicleId: vehicle.id }, query: kind === 'all' ? {} : { kind } };
  const list = useRows(timelineRoutes.ofVehicle, asked, kind === 'all' ? brought : undefined);
  const options = (['all', ...vehicleEntryKinds] as const).map((value) => ({
    value,
    label: say(value === 'owner' ? 'ownerOfCar' : value),
  }));
  return (
    <Card title={say('timeline')}>
      <div className="archive-timeline-kinds">
        <Segmented size="small" options={options} value={kind} onChange={setKind} />
      </div>
      <ProblemNote problem={list.problem} onAgain={list.readAgain} />
      {list.isLoading && <Waiting />}
      {!list.isLoading && !list.problem && list.rows.length === 0 && (
        <EmptyState icon="clock" title={say(kind === 'all' ? 'none' : 'noneOfKind')} />
      )}
      <Entries of={list.rows} mayWithdraw={mayUse(session, ['customers.edit'])} isOfCar />
      {list.more && (
        <Button block loading={list.more.isLoading} onClick={list.more.load}>
          {say('more')}
        </Button>
      )}
      {vehicle.historyNote && (
        <>
          <h3>{sayOfFile('oldHistory')}</h3>
          <p className="archive-own-words">{vehicle.historyNote}</p>
        </>
      )}
    </Card>
  );
}
