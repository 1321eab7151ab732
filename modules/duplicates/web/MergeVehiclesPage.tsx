import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useAddress } from '#web/useAddress.ts';
import { Waiting } from '#web/Waiting.tsx';
import { duplicateRoutes } from '../contract.ts';
import { MergeView, type Takes, useAfterMerge } from './MergeView.tsx';

const touches = { touches: ['duplicates', 'archives', 'customers', 'merges'] };

/** Two cars side by side, to be made one. */
export default function MergeVehiclesPage() {
  const { vehicleId } = useParams({ strict: false }) as { vehicleId: string };
  const [{ with: otherVehicleId = '' }] = useAddress();
  const navigate = useNavigate();
  const params = { vehicleId };
  const { data, error } = useQuery(
    reading(duplicateRoutes.previewVehicles, { params: { ...params, otherVehicleId } }),
  );
  const merge = useWriting(duplicateRoutes.mergeVehicles, touches);
  const apart = useWriting(duplicateRoutes.tellVehiclesApart, touches);
  const after = useAfterMerge(`/vehicles/${vehicleId}`);
  if (error) return <ProblemNote problem={error} />;
  if (!data) return <Waiting />;
  const submit = (take: Takes) => {
    const { version } = data.kept;
    const body = { otherVehicleId, version, otherVersion: data.gone.version, take };
    merge.mutate({ params, body }, { onSuccess: () => after('mergedNow') });
  };
  return (
    <MergeView
      key={vehicleId}
      preview={data}
      writing={merge.isPending ? merge : apart.isPending ? apart : merge}
      onSwap={() => void navigate({ to: `/vehicles/${otherVehicleId}/merge?with=${vehicleId}` })}
      onMerge={submit}
      onApart={() =>
        apart.mutate({ params, body: { otherVehicleId } }, { onSuccess: () => after('apart') })
      }
    />
  );
}
