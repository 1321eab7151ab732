import { NewArrival } from '#modules/vehicles/web/index.ts';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { type Appointment, appointmentRoutes as routes } from '../contract.ts';
import { useAppointmentWords } from './useAppointmentWords.ts';

/** Who was booked by name and plate alone stands there: his car is put on file, and the appointment is its. */
export function ArrivalSheet(props: {
  of: Appointment;
  onKnown: (vehicleId: string) => void;
  onClose: () => void;
}) {
  const { of, onKnown, onClose } = props;
  const { say } = useAppointmentWords();
  const change = useWriting(routes.change, { touches: ['service-orders'] });
  const known = (vehicleId: string) =>
    change.mutate(
      { params: { appointmentId: of.id }, body: { vehicleId }, version: of.version },
      { onSuccess: () => onKnown(vehicleId) },
    );
  return (
    <SheetForm title={say('registerCar')} onClose={onClose}>
      <ProblemNote problem={change.error} onAgain={change.again} />
      <NewArrival
        plate={of.plate}
        given={{ customerName: of.name, phone: of.phone.includes('*') ? '' : of.phone }}
        onArrived={({ vehicleId }) => known(vehicleId)}
        onOpen={known}
        onCancel={onClose}
      />
    </SheetForm>
  );
}
