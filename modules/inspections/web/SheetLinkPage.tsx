import { Navigate, useParams } from '@tanstack/react-router';

/** Where the code on the paper leads: straight to the sheet. */
export default function SheetLinkPage() {
  const { inspectionSheetId = '' } = useParams({ strict: false }) as { inspectionSheetId?: string };
  return <Navigate to={`/inspection-sheets/${inspectionSheetId}` as never} replace />;
}
