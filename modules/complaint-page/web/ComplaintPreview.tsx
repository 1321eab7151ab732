import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { fileRoutes } from '#modules/files/contract.ts';
import { PhoneFrame } from '#modules/links/web/index.ts';
import { pathOf } from '#shared/call.ts';
import { reading } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { complaintPageRoutes as routes } from '../contract.ts';
import pageStyles from './holder/complaint-page.css?inline';
import { previewOf } from './holder/page.ts';

/** What the customer sees of his complaint, before the link leaves the desk. */
export default function ComplaintPreview({ complaintId }: { complaintId: string }) {
  const follows = { follows: ['complaints'] };
  const asked = useQuery(reading(routes.preview, { params: { complaintId } }, follows));
  if (asked.isPending) return <Waiting />;
  if (!asked.data) return <ProblemNote problem={asked.error} />;
  const complaint = asked.data;
  const photo = (fileId: string) => pathOf(fileRoutes.read, { fileId });
  return (
    <Suspense fallback={<Waiting />}>
      <PhoneFrame
        key={JSON.stringify(complaint)}
        styles={[pageStyles]}
        isInert
        draw={(show) => show(previewOf(complaint, photo))}
      />
    </Suspense>
  );
}
