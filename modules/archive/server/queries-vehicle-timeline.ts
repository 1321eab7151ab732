import { wallJson } from '#modules/complaints/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { ofFormerOwner } from '#modules/vehicles/server/index.ts';
import { can } from '#platform/actor.ts';
import type { Work } from '#platform/work.ts';
import type { VehicleEntryKind } from '../contract-timeline.ts';
import {
  type EntryRow,
  here,
  named,
  placeAfter,
  type Source,
  timelineStatement,
} from './queries-timeline-parts.ts';
import { visitJson, visitRows } from './sql-parts.ts';

const owner = '(select v.owner_id from vehicles v where v.tenant_id = :tenant and v.id = :ofId)';
const ofFormer = (row: string) => ofFormerOwner(row, owner);
const midnight = (day: string) => `(${day}::timestamp at time zone '${zoneOfTenant}')`;

/**
 * Every kind of thing that happens with a car. What was done to it stays when it is sold; what its former owner said, paid,
 * complained of and signed does not go to the next (ARC-05): of a visit and a call stands that it was, no more.
 */
const sources: Record<VehicleEntryKind, Source> = {
  visit: {
    permission: 'serviceOrders.see',
    from: `service_orders x where x.tenant_id = :tenant and x.vehicle_id = :ofId and ${here}`,
    at: 'x.received_at',
    shown: `select jsonb_build_object('visit', case when ${ofFormer('o')}
                     then ${visitJson} || '{"customerWords": "", "amountFen": null}' else ${visitJson} end)
              from (${visitRows} and o.id = few.id) o`,
  },
  call: {
    permission: 'followUps.see',
    from: `follow_up_calls x where x.tenant_id = :tenant and x.vehicle_id = :ofId and ${here}`,
    at: 'x.at',
    shown: `select jsonb_build_object('direction', x.direction, 'state', x.result, 'byName', ${named('x.by_id')},
                   'orderId', x.order_id)
                   || case when ${ofFormer('x')} then '{}'
                           else jsonb_build_object('text', x.main_points, 'satisfaction', x.satisfaction) end
              from follow_up_calls x where x.tenant_id = :tenant and x.id = few.id`,
  },
  complaint: {
    permission: 'complaints.see',
    from: `complaints x where x.tenant_id = :tenant and x.vehicle_id = :ofId and ${here} and not ${ofFormer('x')}`,
    at: 'x.received_at',
    shown: `select jsonb_build_object('number', x.number, 'what', x.kind, 'text', x.content,
                   'state', case when x.closed_at is null then 'open' else 'closed' end, 'wall', ${wallJson('x')})
              from complaints x where x.tenant_id = :tenant and x.id = few.id`,
  },
  paper: {
    permission: 'customers.see',
    from: `customer_papers x where x.tenant_id = :tenant and x.vehicle_id = :ofId and x.withdrawn_at is null
             and not ${ofFormer('x')}
             and exists (select from customers c where c.tenant_id = :tenant and c.id = x.customer_id
                            and c.org_path ^@ any(:scopes))`,
    at: 'x.at',
    shown: `select jsonb_build_object('what', x.kind, 'text', concat_ws('：', x.title, nullif(x.note, '')),
                   'byName', ${named('x.filed_by')}, 'fileId', x.file_id,
                   'contentType', coalesce(f.content_type, ''))
              from customer_papers x join files f on f.tenant_id = x.tenant_id and f.id = x.file_id
             where x.tenant_id = :tenant and x.id = few.id`,
  },
  owner: {
    permission: 'vehicles.see',
    from: 'vehicle_owners x where x.tenant_id = :tenant and x.vehicle_id = :ofId',
    at: midnight('x.from_on'),
    shown: `select jsonb_build_object('plate', x.plate, 'untilOn', x.until_on, 'text', coalesce(c.name, ''))
              from vehicle_owners x
              left join customers c on c.tenant_id = x.tenant_id and c.id = x.customer_id and c.id = ${owner}
               and c.org_path ^@ any(:scopes)
             where x.tenant_id = :tenant and x.id = few.id`,
  },
  plate: {
    permission: 'vehicles.see',
    from: `former_plates x where x.tenant_id = :tenant and x.vehicle_id = :ofId and x.plate <> ''`,
    at: midnight('x.until_on'),
    shown: `select jsonb_build_object('plate', x.plate)
              from former_plates x where x.tenant_id = :tenant and x.id = few.id`,
  },
  merge: {
    permission: 'vehicles.see',
    from: `merges x where x.tenant_id = :tenant and (x.kept_id = :ofId or x.gone_id = :ofId) and ${here}`,
    at: 'x.created_at',
    shown: `select jsonb_build_object('state', x.state, 'byName', ${named('x.created_by')},
                   'text', coalesce(nullif(x.before -> 'gone' ->> 'plate', ''), x.before -> 'gone' ->> 'vin', ''))
              from merges x where x.tenant_id = :tenant and x.id = few.id`,
  },
};

const kinds = Object.keys(sources) as VehicleEntryKind[];
const page = timelineStatement('archive.vehicleTimeline', sources);

/** A page of what happened with a car, of the kinds that the caller may see. */
export const pageOfVehicleTimeline = (
  work: Work,
  vehicleId: string,
  kind: VehicleEntryKind | undefined,
  after: unknown[] | null,
  size: number,
): Promise<EntryRow[]> =>
  work.rows(page, {
    ofId: vehicleId,
    kinds: kinds.filter(
      (each) => (!kind || each === kind) && can(work.actor, sources[each].permission),
    ),
    ...placeAfter(after),
    size,
  });
