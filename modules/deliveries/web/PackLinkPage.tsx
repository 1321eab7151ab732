import { Navigate, useParams } from '@tanstack/react-router';

/** Where the code on the paper leads: straight to the delivery. */
export default function PackLinkPage() {
  const { deliveryPackId = '' } = useParams({ strict: false }) as { deliveryPackId?: string };
  return <Navigate to={`/delivery-packs/${deliveryPackId}` as never} replace />;
}
