import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { holdRoutes } from '../contract.ts';
import { HoldsCard } from './HoldsCard.tsx';

/** Beside a complaint: what holds its evidence, and placing one on what it is about (CMP-18). */
export default function ComplaintHolds({ complaintId }: { complaintId: string }) {
  const { data, error } = useQuery(
    reading(
      holdRoutes.ofComplaint,
      { params: { complaintId } },
      { follows: ['complaints', 'document-holds'] },
    ),
  );
  const { customerId, vehicleId, orderId } = data?.subjects ?? {};
  const subjects = {
    complaint: complaintId,
    ...(customerId && { customer: customerId }),
    ...(vehicleId && { vehicle: vehicleId }),
    ...(orderId && { serviceOrder: orderId }),
  };
  return <HoldsCard held={data} problem={error} subjects={subjects} />;
}
