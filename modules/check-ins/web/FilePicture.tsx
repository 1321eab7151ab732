import { fileRoutes } from '#modules/files/contract.ts';
import { pathOf } from '#shared/call.ts';

/** A stored picture, small; a tap opens it whole. Nothing is fetched but the picture: the car may stand where no network is. */
export function FilePicture({ fileId, name }: { fileId: string; name: string }) {
  const source = pathOf(fileRoutes.read, { fileId });
  return (
    <a className="checkin-picture" href={source} target="_blank" rel="noreferrer">
      <img src={source} alt={name} loading="lazy" />
    </a>
  );
}
