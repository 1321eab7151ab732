import { Navigate, useParams } from '@tanstack/react-router';

/** Where the code on a printed archive leads: the file itself. */
export default function PrintedCodePage() {
  const { customerId } = useParams({ strict: false }) as { customerId: string };
  return <Navigate to={`/customers/${customerId}`} replace />;
}
