import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type EndpointRow = RowOf<'inboundEndpoints'>;

const page = statement<EndpointRow, { afterId: string | null; size: number }>(
  'inbound.page',
  `select * from inbound_endpoints
    where tenant_id = :tenant and org_path ^@ any(:scopes)
      and (:afterId::uuid is null or id < :afterId)
    order by id desc limit :size`,
);
export const pageOfEndpoints = (work: Work, afterId: string | null, size: number) =>
  work.rows(page, { afterId, size });

const lock = statement<EndpointRow, { endpointId: string }>(
  'inbound.lock',
  `select * from inbound_endpoints
    where tenant_id = :tenant and id = :endpointId and org_path ^@ any(:scopes) for update`,
);
export const lockEndpoint = (work: Work, endpointId: string) => work.first(lock, { endpointId });

const listening = statement<EndpointRow, { endpointId: string; source: string }>(
  'inbound.listening',
  `select * from inbound_endpoints
    where tenant_id = :tenant and id = :endpointId and source = :source and state = 'enabled'`,
);
/** The endpoint that takes in such things now. */
export const endpointListening = (work: Work, endpointId: string, source: string) =>
  work.first(listening, { endpointId, source });

const nearest = statement<EndpointRow, { source: string; orgPath: string }>(
  'inbound.nearest',
  `select * from inbound_endpoints
    where tenant_id = :tenant and source = :source and state = 'enabled' and :orgPath::text ^@ org_path
    order by length(org_path) desc, id desc limit 1`,
);
/** Where a program hands in such things of a place: at the place itself, or nearest above it. */
export const nearestEndpoint = (work: Work, source: string, orgPath: string) =>
  work.first(nearest, { source, orgPath });

const howMany = statement<{ count: number }, object>(
  'inbound.howMany',
  'select count(*)::int as count from inbound_endpoints where tenant_id = :tenant',
);
export const countOfEndpoints = async (work: Work) => (await work.first(howMany, {}))!.count;

export const insertEndpoint = (work: Work, row: Fresh<'inboundEndpoints'>) =>
  work.insert('inboundEndpoints', row);
export const updateEndpoint = async (
  work: Work,
  id: string,
  change: ChangeOf<'inboundEndpoints'>,
) => (await work.update('inboundEndpoints', { id }, change))!;

const note = statement<never, { endpointId: string; eventId: string }>(
  'inbound.note',
  `insert into inbound_deliveries (tenant_id, endpoint_id, event_id, created_at)
   values (:tenant, :endpointId, :eventId, :now) on conflict do nothing`,
);
/** Whether this id comes for the first time; a second sender waits for the first. */
export const isFirst = async (work: Work, endpointId: string, eventId: string) =>
  (await work.run(note, { endpointId, eventId })) === 1;

interface Made {
  aboutType: string | null;
  aboutId: string | null;
}
const made = statement<Made, { endpointId: string; eventId: string }>(
  'inbound.made',
  `select about_type, about_id from inbound_deliveries
    where tenant_id = :tenant and endpoint_id = :endpointId and event_id = :eventId`,
);
export const madeOf = async (work: Work, endpointId: string, eventId: string) =>
  (await work.first(made, { endpointId, eventId }))!;

const became = statement<
  never,
  { endpointId: string; eventId: string; aboutType: string; aboutId: string }
>(
  'inbound.became',
  `update inbound_deliveries set about_type = :aboutType, about_id = :aboutId
    where tenant_id = :tenant and endpoint_id = :endpointId and event_id = :eventId`,
);
const receivedAt = statement<never, { endpointId: string }>(
  'inbound.receivedAt',
  'update inbound_endpoints set last_received_at = :now where tenant_id = :tenant and id = :endpointId',
);
export async function noteMade(
  work: Work,
  { endpointId, eventId }: { endpointId: string; eventId: string },
  about: { type: string; id: string },
): Promise<void> {
  await work.run(became, { endpointId, eventId, aboutType: about.type, aboutId: about.id });
  await work.run(receivedAt, { endpointId });
}
