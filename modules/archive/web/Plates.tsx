import { Link } from '@tanstack/react-router';
import type { PlateColour } from '#shared/plates.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import './archive.css';

const mostShown = 3;

/** A customer's cars in a row of a list; a fleet is counted. */
export function Plates(props: {
  vehicles: readonly { id: string; plate: string; plateColour: PlateColour }[];
}) {
  const { vehicles } = props;
  const rest = vehicles.length - mostShown;
  return (
    <span className="archive-plates">
      {vehicles.slice(0, mostShown).map(({ id, plate, plateColour }) => (
        <Link key={id} to={`/vehicles/${id}`}>
          <PlateTag plate={plate} colour={plateColour} />
        </Link>
      ))}
      {rest > 0 && <span className="soft">+{rest}</span>}
    </span>
  );
}
