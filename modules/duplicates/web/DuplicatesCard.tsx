import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { reading } from '#web/api.ts';
import { brought } from '#web/brought.ts';
import { Card } from '#web/Page.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import { useWords } from '#web/useWords.ts';
import { type DuplicatesOfOne, duplicateRoutes, type Merge, type RecordKind } from '../contract.ts';
import { duplicatesWords } from '../locales/words.ts';
import './duplicates.css';
import { comparePath, Reasons, SideText } from './PairLine.tsx';
import { UndoSheet } from './UndoSheet.tsx';

/** Who may be the same as this one, and what went into this file: nothing at all when there is neither. */
export function DuplicatesCard({ kind, id }: { kind: RecordKind; id: string }) {
  return kind === 'customer' ? <OfCustomer customerId={id} /> : <OfVehicle vehicleId={id} />;
}

function OfCustomer({ customerId }: { customerId: string }) {
  const { data } = useQuery({
    ...reading(duplicateRoutes.ofCustomer, { params: { customerId } }),
    ...brought,
  });
  return data ? <Found found={data} id={customerId} /> : null;
}

function OfVehicle({ vehicleId }: { vehicleId: string }) {
  const { data } = useQuery({
    ...reading(duplicateRoutes.ofVehicle, { params: { vehicleId } }),
    ...brought,
  });
  return data ? <Found found={data} id={vehicleId} /> : null;
}

function Found({ found, id }: { found: DuplicatesOfOne; id: string }) {
  const say = useWords(duplicatesWords);
  const mayMerge = mayUse(useSession(), ['customers.merge']);
  const [undoing, setUndoing] = useState<Merge | null>(null);
  const { pairs, merges } = found;
  return (
    <>
      {pairs.length > 0 && (
        <Card title={say('probable')}>
          <ul className="duplicates-list">
            {pairs.map((pair) => (
              <li key={pair.other.id}>
                <SideText side={pair.other} say={say} />
                <Reasons pair={pair} say={say} />
                {mayMerge && (
                  <Link to={comparePath(pair.kind, id, pair.other.id)}>
                    <Button size="small">{say('compare')}</Button>
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {merges.length > 0 && (
        <Card title={say('merges')}>
          <ul className="duplicates-list">
            {merges.map((merge) => (
              <li key={merge.id}>
                <span className="duplicates-side">
                  <strong>
                    {say('mergedHere', { title: merge.title || say('noPlateNoVin') })}
                  </strong>
                  <span className="soft figures">
                    {merge.undoneAt
                      ? say('wasUndone', { at: fullTime(merge.undoneAt) })
                      : say('mergedBy', {
                          at: fullTime(merge.createdAt),
                          name: merge.byName ?? '',
                        })}
                  </span>
                </span>
                {mayMerge && merge.state === 'done' && (
                  <Button size="small" onClick={() => setUndoing(merge)}>
                    {say('undo')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {undoing && <UndoSheet merge={undoing} onClose={() => setUndoing(null)} />}
    </>
  );
}
