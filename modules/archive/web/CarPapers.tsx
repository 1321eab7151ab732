import { Card } from '#web/Page.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import type { VehicleFile } from '../contract-vehicle.ts';
import { timelineWords } from '../locales/words-timeline.ts';
import './archive.css';
import { Entries } from './entries.tsx';

/** The latest papers of the car; the history of its papers holds the rest. */
export function CarPapers({ papers }: { papers: VehicleFile['papers'] }) {
  const say = useWords(timelineWords);
  const mayWithdraw = mayUse(useSession(), ['customers.edit']);
  if (!papers || papers.items.length === 0) return null;
  return (
    <Card title={say('papers')}>
      <Entries of={papers.items} mayWithdraw={mayWithdraw} isOfCar />
      {papers.nextCursor !== null && <p className="soft">{say('olderPapers')}</p>}
    </Card>
  );
}
