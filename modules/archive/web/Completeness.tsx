import { Button } from 'antd';
import { Deadline } from '#web/Deadline.tsx';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { mayUse, useSession } from '#web/session.ts';
import type { Archive } from '../contract.ts';
import './archive.css';
import { useArchiveWords } from './useArchiveWords.ts';

type Judged = Archive['completeness'];

/** How much of the file stands, what is missing, who owes it by when (ARC-02). */
export function Completeness({ archive, onFill }: { archive: Archive; onFill: () => void }) {
  const { say } = useArchiveWords();
  const mayEdit = mayUse(useSession(), ['customers.edit']);
  const { completeness, promises } = archive;
  const owed = promises.find(({ rule }) => rule === 'customers.archive');
  const isComplete = completeness.missing.length === 0;
  const lacksOwn = completeness.missing.some(({ vehicleId }) => vehicleId === undefined);
  return (
    <Card
      title={say('completeness')}
      actions={
        lacksOwn && mayEdit ? (
          <Button size="small" onClick={onFill}>
            {say('edit')}
          </Button>
        ) : undefined
      }
    >
      <Meter judged={completeness} />
      {isComplete ? (
        <p className="archive-complete">
          <Icon name="check" size={15} />
          {say('complete')}
        </p>
      ) : (
        <Missing missing={completeness.missing} cars={archive.vehicles.length} />
      )}
      {owed && (
        <p className="archive-owed">
          <Deadline dueAt={owed.dueAt} warnAt={owed.warnAt} spans={owed.sum} />
          {owed.ownerName ? say('owes', { name: owed.ownerName }) : say('owesNobody')}
        </p>
      )}
    </Card>
  );
}

export function Meter({ judged }: { judged: Judged }) {
  const { filled, wanted } = judged;
  return (
    <div className="archive-meter">
      <div className="archive-meter-track" aria-hidden="true">
        <i style={{ width: `${(100 * filled) / wanted}%` }} />
      </div>
      <span className="figures">
        {filled} / {wanted}
      </span>
    </div>
  );
}

/** What is missing in words: the customer's own first, then car by car; an only car needs no name. */
export function Missing(props: { missing: Judged['missing']; cars: number }) {
  const { missing, cars: count } = props;
  const { say, sayOf } = useArchiveWords();
  const own = missing.filter(({ vehicleId }) => vehicleId === undefined);
  const cars = Map.groupBy(
    missing.filter(({ vehicleId }) => vehicleId !== undefined),
    ({ vehicleId }) => vehicleId,
  );
  const words = (fields: typeof missing) =>
    fields.map(({ field }) => sayOf('field', field)).join('、');
  if (count <= 1) return <p className="archive-missing">{words(missing)}</p>;
  return (
    <ul className="archive-missing">
      {own.length > 0 && <li>{words(own)}</li>}
      {[...cars].map(([vehicleId, fields]) => (
        <li key={vehicleId}>
          <span className="soft figures">{fields[0]?.plate || say('vehicle')}</span> {words(fields)}
        </li>
      ))}
    </ul>
  );
}
