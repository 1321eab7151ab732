import { useQuery } from '@tanstack/react-query';
import { BookingSheet } from '#modules/appointments/web/index.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { EditCustomerForm } from '#modules/customers/web/index.ts';
import { dateIn } from '#shared/dates.ts';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { useTell } from '#web/Toasts.tsx';
import { Waiting } from '#web/Waiting.tsx';
import type { FollowUp } from '../contract.ts';
import type { Panel } from './useBenchPanels.ts';
import { useSay } from './useFollowUpWords.ts';

/** What the customer asks for in the talk, done over the bench: what is noted there stays as it is. */
export default function BenchPanels(props: {
  panel: Panel;
  followUp: FollowUp;
  onClose: () => void;
}) {
  const { panel, followUp, onClose } = props;
  const say = useSay();
  const tell = useTell();
  const today = dateIn('Asia/Shanghai', useNow());
  const { customer, vehicle } = followUp;
  if (panel === 'customer') {
    return (
      <SheetForm title={`${say('changeArchive')} · ${customer.name}`} onClose={onClose}>
        <ChangeCustomer customerId={customer.id} onClose={onClose} />
      </SheetForm>
    );
  }
  const label = [customer.name, vehicle?.model].filter(Boolean).join(' · ');
  return (
    <BookingSheet
      on={today}
      known={vehicle ? { id: vehicle.id, plate: vehicle.plate, label } : undefined}
      onClose={(bookedOn) => {
        if (bookedOn) tell(say('bookedFor', { on: bookedOn }));
        onClose();
      }}
    />
  );
}

function ChangeCustomer({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const say = useSay();
  const tell = useTell();
  const { data, error } = useQuery(reading(customerRoutes.read, { params: { customerId } }));
  if (!data) return error ? <ProblemNote problem={error} /> : <Waiting />;
  const done = () => {
    tell(say('archiveChanged'));
    onClose();
  };
  return <EditCustomerForm customer={data} onDone={done} onCancel={onClose} />;
}
