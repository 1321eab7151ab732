import { fileRoutes } from '#modules/files/contract.ts';
import { pathOf } from '#shared/call.ts';
import { Card } from '#web/Page.tsx';
import { fullTime } from '#web/times.ts';
import type { Handover } from '../contract.ts';
import { useMobilityWords } from './useMobilityWords.ts';

/** What was put down where the car went from hand to hand. */
export function Handovers({ of }: { of: readonly Handover[] }) {
  const { say } = useMobilityWords();
  if (of.length === 0) return null;
  return (
    <Card title={say('handovers')}>
      <ol className="trip-handovers">
        {of.map((one) => (
          <li key={one.id}>
            <b>{say(one.stage)}</b>{' '}
            <span className="soft">
              {[fullTime(one.at), one.takenByName].filter(Boolean).join(' · ')}
            </span>
            <p>
              {[
                one.mileageKm !== null && `${one.mileageKm.toLocaleString('en')} km`,
                one.fuelEighths !== null && say('fuelOf', { eighths: one.fuelEighths }),
                one.note,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <div className="trip-pictures">
              {one.photoFileIds.map((fileId, at) => (
                <Picture key={fileId} fileId={fileId} name={say('photoOf', { at: at + 1 })} />
              ))}
              {one.signatureFileId && (
                <Picture fileId={one.signatureFileId} name={`${say('signedBy')} ${one.signedBy}`} />
              )}
            </div>
            {one.signedBy && <span className="soft">{one.signedBy}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Picture({ fileId, name }: { fileId: string; name: string }) {
  const source = pathOf(fileRoutes.read, { fileId });
  return (
    <a href={source} target="_blank" rel="noreferrer">
      <img src={source} alt={name} loading="lazy" />
    </a>
  );
}
