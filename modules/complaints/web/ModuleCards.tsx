import { Suspense } from 'react';
import { useModules } from '#web/modules.ts';

/** What other modules show at the side of a complaint. */
export function ModuleCards({ complaintId }: { complaintId: string }) {
  const cards = useModules().flatMap(({ ComplaintCard }) => ComplaintCard ?? []);
  return cards.map((One, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the modules stand in one order for good
    <Suspense key={at}>
      <One complaintId={complaintId} />
    </Suspense>
  ));
}
