import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { appointmentRoutes } from '#modules/appointments/contract.ts';
import { reading } from '#web/api.ts';
import { mayUse, useSession } from '#web/session.ts';
import { useMobilityWords } from './useMobilityWords.ts';

/** Where a customer is to be fetched or served at his place: the way to arrange who goes. */
export default function AppointmentTrip({ appointmentId }: { appointmentId: string }) {
  const { say } = useMobilityWords();
  const mayAsk = mayUse(useSession(), ['serviceOrders.receive']);
  const { data } = useQuery(reading(appointmentRoutes.one, { params: { appointmentId } }));
  const isOver = data && ['received', 'cancelled'].includes(data.state);
  if (!mayAsk || !data?.vehicleId || data.fetching === 'sendIn' || isOver) return null;
  const to = `/trips?new=1&kind=${data.fetching}&appointmentId=${appointmentId}`;
  return <Link to={to as never}>{say('arrange')}</Link>;
}
