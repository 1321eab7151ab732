import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { fileRoutes } from '#modules/files/contract.ts';
import { PhoneFrame } from '#modules/links/web/index.ts';
import { pathOf } from '#shared/call.ts';
import { reading } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import plateStyles from '#web/plate-tag.css?inline';
import { Waiting } from '#web/Waiting.tsx';
import { type CustomerPage, portalRoutes as routes } from '../contract.ts';
import { drawer } from './holder/draw.ts';
import pageStyles from './holder/portal.css?inline';
import { nothingSent, sayIn } from './holder/tools.ts';

/** What the customer sees of his order before the link leaves the desk. */
export default function PhonePreview({ orderId }: { orderId: string }) {
  const { data, error, isPending } = useQuery(reading(routes.page, { params: { orderId } }));
  if (isPending) return <Waiting />;
  if (!data) return <ProblemNote problem={error} />;
  return (
    <Suspense fallback={<Waiting />}>
      <PhoneFrame
        key={JSON.stringify(data.preview)}
        styles={[pageStyles, plateStyles]}
        draw={(show) => drawn(data.preview, show)}
      />
    </Suspense>
  );
}

function drawn(visit: CustomerPage['preview'], show: (parts: readonly (Node | string)[]) => void) {
  const speak = (language: typeof visit.language) =>
    show(
      drawer()({
        ...{ visit, language, isPreview: true, say: sayIn(language) },
        photoSource: (fileId) => pathOf(fileRoutes.read, { fileId }),
        paperSource: () => '#',
        ...nothingSent,
        speak,
      }),
    );
  speak(visit.language);
}
