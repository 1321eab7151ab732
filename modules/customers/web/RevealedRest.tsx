import type { ReplyOf } from '#shared/route.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import type { customerRoutes } from '../contract.ts';

/** Address, plates and VINs that were shown together with the telephone, for this sight. */
export default function RevealedRest({ of }: { of: ReplyOf<typeof customerRoutes.reveal> }) {
  return (
    <span className="customer-revealed">
      {of.address && <span>{of.address}</span>}
      {of.vehicles.map(({ id, plate, vin }) => (
        <span key={id}>
          <PlateTag plate={plate} /> <span className="figures">{vin}</span>
        </span>
      ))}
    </span>
  );
}
