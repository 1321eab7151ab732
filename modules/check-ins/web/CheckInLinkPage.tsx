import { Navigate, useParams } from '@tanstack/react-router';

/** Where the code on the paper leads: straight to the check-in. */
export default function CheckInLinkPage() {
  const { checkInId = '' } = useParams({ strict: false }) as { checkInId?: string };
  return <Navigate to={`/check-ins/${checkInId}` as never} replace />;
}
