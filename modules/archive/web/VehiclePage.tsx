import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { customersWords } from '#modules/customers/web/index.ts';
import { DuplicatesCard, LedHere, useLedOn } from '#modules/duplicates/web/index.ts';
import { NextServices } from '#modules/reminders/web/index.ts';
import type { Vehicle } from '#modules/vehicles/contract.ts';
import { vehiclesWords } from '#modules/vehicles/web/index.ts';
import { Icon } from '#web/Icon.tsx';
import { Card, Facts, Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import type { VehicleFile } from '../contract-vehicle.ts';
import './archive.css';
import { CarPapers } from './CarPapers.tsx';
import { CarPeople } from './CarPeople.tsx';
import { NextDue } from './Cars.tsx';
import { vehicleFileReading } from './fileReading.ts';
import { OpenPromises } from './OpenPromises.tsx';
import { useArchiveWords } from './useArchiveWords.ts';
import type { DoingToCar } from './VehicleDialogs.tsx';
import { VehicleTimeline } from './VehicleTimeline.tsx';

/** Fetched when somebody writes: the page is read far more often. */
const VehicleDialogs = lazy(() => import('./VehicleDialogs.tsx'));

/**
 * One car at a glance: whose it is and who drives it, when it is due and why, what was promised, its papers, its visits,
 * its ledger of mileage, its former owners and plates. One request brings all of it.
 */
export default function VehiclePage() {
  const { vehicleId } = useParams({ strict: false }) as { vehicleId: string };
  const { data, error } = useQuery(vehicleFileReading(useQueryClient(), vehicleId));
  useLedOn('vehicles', data?.vehicle.mergedIntoId);
  if (error) return <ProblemNote problem={error} />;
  return data ? <WholeFile key={vehicleId} file={data} /> : <WaitingPage />;
}

function WaitingPage() {
  const { say } = useArchiveWords();
  return (
    <Page title={say('vehicle')}>
      <Waiting label={say('vehicle')} />
    </Page>
  );
}

function WholeFile({ file }: { file: VehicleFile }) {
  const { vehicle } = file;
  const { say } = useArchiveWords();
  const words = useWords(vehiclesWords);
  const session = useSession();
  const mayEdit = mayUse(session, ['vehicles.edit']);
  const mayReceive = mayUse(session, ['serviceOrders.receive']);
  const [doing, setDoing] = useState<DoingToCar | null>(null);
  return (
    <Page
      title={<PlateTag plate={vehicle.plate} colour={vehicle.plateColour} size="large" />}
      note={vehicle.model}
      actions={
        <>
          {mayEdit &&
            (['recordMileage', 'changePlate', 'changeOwner', 'edit'] as const).map((which) => (
              <Button key={which} onClick={() => setDoing(which)}>
                {which === 'edit' ? say('edit') : words(which)}
              </Button>
            ))}
          {mayReceive && (
            <Link to="/service-orders/new" search={{ vehicleId: vehicle.id } as never}>
              <Button type="primary">{say('openOrder')}</Button>
            </Link>
          )}
        </>
      }
    >
      <Suspense fallback={null}>
        <LedHere />
      </Suspense>
      <FormerPlates vehicle={vehicle} />
      <VehicleFacts vehicle={vehicle} />
      <div className="archive-file">
        <div className="archive-file-side">
          {file.people && <CarPeople people={file.people} />}
          {file.duplicates && (
            <Suspense fallback={null}>
              <DuplicatesCard kind="vehicle" id={vehicle.id} />
            </Suspense>
          )}
          <div className="archive-file-last">
            <Readings vehicle={vehicle} />
            <Owners vehicle={vehicle} />
          </div>
        </div>
        <div className="archive-file-main">
          <Card title={say('nextDue')}>
            <NextDue car={vehicle} />
          </Card>
          <OpenPromises of={file.promises} />
          {file.services && <NextServices of={{ vehicleId: vehicle.id }} />}
          <CarPapers papers={file.papers} />
          <VehicleTimeline vehicle={vehicle} />
        </div>
      </div>
      {doing && (
        <Suspense fallback={null}>
          <VehicleDialogs vehicle={vehicle} doing={doing} onDone={() => setDoing(null)} />
        </Suspense>
      )}
    </Page>
  );
}

/** An old plate still finds the car: whoever came by one sees that it is this car. */
function FormerPlates({ vehicle }: { vehicle: Vehicle }) {
  const { say } = useArchiveWords();
  if (vehicle.formerPlates.length === 0) return null;
  return (
    <p className="soft">
      {say('formerPlates')}
      {vehicle.formerPlates.map(({ plate, untilOn }) => (
        <span key={plate + untilOn} className="archive-former-plate">
          <PlateTag plate={plate} /> {say('until', { on: untilOn })}
        </span>
      ))}
    </p>
  );
}

function VehicleFacts({ vehicle }: { vehicle: Vehicle }) {
  const { say } = useArchiveWords();
  const words = useWords(vehiclesWords);
  const { ownerId, ownerName, vin, vinWarning, intervalMonths, intervalKm, mileageKm } = vehicle;
  const interval = [
    intervalMonths !== null && say('everyMonths', { months: intervalMonths }),
    intervalKm !== null && say('everyKm', { km: intervalKm.toLocaleString('en-US') }),
  ];
  const owner = ownerId ? <Link to={`/customers/${ownerId}`}>{ownerName}</Link> : '—';
  const shownVin = (
    <>
      {vin || '—'}
      {vinWarning && (
        <span className="archive-vin-warning">
          <Icon name="alert" size={15} /> {vinWarning}
        </span>
      )}
    </>
  );
  return (
    <Card>
      <Facts
        facts={[
          [say('owner'), owner],
          [
            say('mileage'),
            mileageKm === null ? '—' : say('km', { km: mileageKm.toLocaleString('en-US') }),
          ],
          [say('lastVisit'), vehicle.lastVisitOn ?? '—'],
          [say('vin'), shownVin],
          [say('vehicleType'), vehicle.vehicleType || '—'],
          [say('registered'), vehicle.firstRegisteredOn ?? '—'],
          [words('useKind'), words(vehicle.useKind === '' ? 'useKindUnknown' : vehicle.useKind)],
          [words('insuranceUntil'), vehicle.insuranceUntil ?? '—'],
          [say('interval'), interval.filter(Boolean).join(say('or')) || '—'],
          [say('items'), vehicle.maintenanceItems || '—'],
          ...(vehicle.remark ? [[say('remark'), vehicle.remark] as [string, string]] : []),
        ]}
      />
    </Card>
  );
}

function Readings({ vehicle }: { vehicle: Vehicle }) {
  const { say } = useArchiveWords();
  const words = useWords(customersWords);
  return (
    <Card title={say('readings')}>
      {vehicle.readings.length === 0 && <p className="soft">{say('noReadings')}</p>}
      <ul className="archive-ledger">
        {vehicle.readings.map(({ id, mileageKm, readOn, source, reason }) => (
          <li key={id}>
            <span className="figures">{readOn}</span>
            <span className="figures">{say('km', { km: mileageKm.toLocaleString('en-US') })}</span>
            <span className="soft">
              {reason || (source === 'import' ? words('sourceimport') : '')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Owners({ vehicle }: { vehicle: Vehicle }) {
  const { say } = useArchiveWords();
  return (
    <Card title={say('owners')}>
      <ul className="archive-people">
        {vehicle.owners.map(({ customerId, name, plate, fromOn, untilOn }) => (
          <li key={fromOn + plate + (untilOn ?? '')}>
            {customerId ? (
              <Link to={`/customers/${customerId}`}>{name}</Link>
            ) : (
              <span className="soft">{say('formerOwner')}</span>
            )}
            <PlateTag plate={plate} />
            <span className="soft figures">
              {untilOn === null
                ? say('since', { from: fromOn })
                : say('between', { from: fromOn, to: untilOn })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
