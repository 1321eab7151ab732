import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Vehicle } from '#modules/vehicles/contract.ts';
import {
  MileageForm,
  OwnerForm,
  PlateForm,
  VehicleForm,
  vehiclesWords,
} from '#modules/vehicles/web/index.ts';
import { SheetForm } from '#web/SheetForm.tsx';
import { useWords } from '#web/useWords.ts';
import { useArchiveWords } from './useArchiveWords.ts';

/** What is being written of a car. */
export type DoingToCar = 'edit' | 'changePlate' | 'changeOwner' | 'recordMileage';

/** The dialogs of a car's file. */
export default function VehicleDialogs(props: {
  vehicle: Vehicle;
  doing: DoingToCar;
  onDone: () => void;
}) {
  const { vehicle, doing, onDone: done } = props;
  const { say } = useArchiveWords();
  const words = useWords(vehiclesWords);
  const navigate = useNavigate();
  const askNewOwner = (ownerId: string) =>
    void navigate({
      to: `/customers/${ownerId}`,
      search: { newOwnerOf: vehicle.plate } as never,
    });
  const small = { vehicleId: vehicle.id, onDone: done };
  const forms: Record<DoingToCar, ReactNode> = {
    edit: <VehicleForm vehicle={vehicle} onDone={done} onCancel={done} />,
    changePlate: <PlateForm {...small} />,
    changeOwner: <OwnerForm {...small} onChanged={askNewOwner} />,
    recordMileage: <MileageForm {...small} />,
  };
  return (
    <SheetForm title={doing === 'edit' ? say('edit') : words(doing)} onClose={done}>
      {forms[doing]}
    </SheetForm>
  );
}
