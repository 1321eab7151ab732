import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useAddress } from '#web/useAddress.ts';
import { Waiting } from '#web/Waiting.tsx';
import { duplicateRoutes } from '../contract.ts';
import { MergeView, type Takes, useAfterMerge } from './MergeView.tsx';

const touches = { touches: ['duplicates', 'archives', 'vehicles', 'merges'] };

/** Two customers side by side, to be made one. */
export default function MergeCustomersPage() {
  const { customerId } = useParams({ strict: false }) as { customerId: string };
  const [{ with: otherCustomerId = '' }] = useAddress();
  const navigate = useNavigate();
  const params = { customerId };
  const { data, error } = useQuery(
    reading(duplicateRoutes.previewCustomers, { params: { ...params, otherCustomerId } }),
  );
  const merge = useWriting(duplicateRoutes.mergeCustomers, touches);
  const apart = useWriting(duplicateRoutes.tellCustomersApart, touches);
  const after = useAfterMerge(`/customers/${customerId}`);
  if (error) return <ProblemNote problem={error} />;
  if (!data) return <Waiting />;
  const submit = (take: Takes) => {
    const { version } = data.kept;
    const body = { otherCustomerId, version, otherVersion: data.gone.version, take };
    merge.mutate({ params, body }, { onSuccess: () => after('mergedNow') });
  };
  return (
    <MergeView
      key={customerId}
      preview={data}
      writing={merge.isPending ? merge : apart.isPending ? apart : merge}
      onSwap={() => void navigate({ to: `/customers/${otherCustomerId}/merge?with=${customerId}` })}
      onMerge={submit}
      onApart={() =>
        apart.mutate({ params, body: { otherCustomerId } }, { onSuccess: () => after('apart') })
      }
    />
  );
}
