import { Navigate, useParams } from '@tanstack/react-router';

/** Where the code on the paper leads: straight to the order. */
export default function RecordLinkPage() {
  const { orderId = '' } = useParams({ strict: false }) as { orderId?: string };
  return <Navigate to={`/service-orders/${orderId}`} replace />;
}
