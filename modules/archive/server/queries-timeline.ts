import { wallJson } from '#modules/complaints/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { can } from '#platform/actor.ts';
import type { Work } from '#platform/work.ts';
import type { EntryKind } from '../contract-timeline.ts';
import {
  type EntryRow,
  here,
  named,
  placeAfter,
  type Source,
  timelineStatement,
} from './queries-timeline-parts.ts';
import { visitJson, visitRows } from './sql-parts.ts';

/** What lies with the customer himself, and at no place of its own, is seen with him. */
const ofHere = `exists (select from customers c where c.tenant_id = :tenant and c.id = :ofId and c.org_path ^@ any(:scopes))`;

/** Every kind of thing that happens with a customer; a new one is a line here, with its words in the screen. */
const sources: Record<EntryKind, Source> = {
  visit: {
    permission: 'serviceOrders.see',
    from: `service_orders x where x.tenant_id = :tenant and x.customer_id = :ofId and ${here}`,
    at: 'x.received_at',
    shown: `select jsonb_build_object('visit', ${visitJson}, 'vehicleId', o.vehicle_id, 'plate', o.plate)
              from (${visitRows} and o.id = few.id) o`,
  },
  call: {
    permission: 'followUps.see',
    from: `follow_up_calls x where x.tenant_id = :tenant and x.customer_id = :ofId and ${here}`,
    at: 'x.at',
    shown: `select jsonb_build_object('direction', x.direction, 'state', x.result, 'text', x.main_points,
                   'byName', ${named('x.by_id')}, 'satisfaction', x.satisfaction, 'orderId', x.order_id)
              from follow_up_calls x where x.tenant_id = :tenant and x.id = few.id`,
  },
  message: {
    permission: 'messages.see',
    from: `messages x where x.tenant_id = :tenant and x.customer_id = :ofId and ${here}`,
    at: 'x.created_at',
    shown: `select jsonb_build_object('what', x.channel, 'direction', x.direction, 'state', x.state,
                   'text', concat_ws('：', nullif(x.subject, ''), x.body), 'byName', ${named('x.created_by')})
              from messages x where x.tenant_id = :tenant and x.id = few.id`,
  },
  complaint: {
    permission: 'complaints.see',
    from: `complaints x where x.tenant_id = :tenant and x.customer_id = :ofId and ${here}`,
    at: 'x.received_at',
    shown: `select jsonb_build_object('number', x.number, 'what', x.kind, 'text', x.content,
                   'state', case when x.closed_at is null then 'open' else 'closed' end, 'wall', ${wallJson('x')})
              from complaints x where x.tenant_id = :tenant and x.id = few.id`,
  },
  matter: {
    permission: 'followUps.see',
    from: `matters x where x.tenant_id = :tenant and x.customer_id = :ofId and ${here}`,
    at: 'x.created_at',
    shown: `select jsonb_build_object('what', x.kind, 'state', x.state, 'byName', ${named('x.owner_id')},
                   'text', concat_ws(' → ', x.content, nullif(x.solution, '')))
              from matters x where x.tenant_id = :tenant and x.id = few.id`,
  },
  paper: {
    permission: 'customers.see',
    from: `customer_papers x where x.tenant_id = :tenant and x.customer_id = :ofId and x.withdrawn_at is null
      and ${ofHere}`,
    at: 'x.at',
    shown: `select jsonb_build_object('what', x.kind, 'text', concat_ws('：', x.title, nullif(x.note, '')),
                   'byName', ${named('x.filed_by')}, 'vehicleId', x.vehicle_id, 'fileId', x.file_id,
                   'contentType', coalesce(f.content_type, ''))
              from customer_papers x join files f on f.tenant_id = x.tenant_id and f.id = x.file_id
             where x.tenant_id = :tenant and x.id = few.id`,
  },
  consent: {
    permission: 'customers.see',
    from: `consents x where x.tenant_id = :tenant and x.customer_id = :ofId and ${ofHere}`,
    at: 'x.at',
    shown: `select jsonb_build_object('what', x.purpose, 'direction', x.channel,
                   'state', case when x.given then 'given' else 'withdrawn' end, 'text', x.evidence,
                   'byName', ${named('x.recorded_by')})
              from consents x where x.tenant_id = :tenant and x.id = few.id`,
  },
  merge: {
    permission: 'customers.see',
    from: `merges x where x.tenant_id = :tenant and (x.kept_id = :ofId or x.gone_id = :ofId) and ${here}`,
    at: 'x.created_at',
    shown: `select jsonb_build_object('state', x.state, 'text', coalesce(x.before -> 'gone' ->> 'name', ''),
                   'byName', ${named('x.created_by')})
              from merges x where x.tenant_id = :tenant and x.id = few.id`,
  },
  owner: {
    permission: 'vehicles.see',
    from: `vehicle_owners x where x.tenant_id = :tenant and x.customer_id = :ofId
      and exists (select from vehicles v where v.tenant_id = :tenant and v.id = x.vehicle_id
                     and v.org_path ^@ any(:scopes))`,
    at: `(x.from_on::timestamp at time zone '${zoneOfTenant}')`,
    shown: `select jsonb_build_object('vehicleId', x.vehicle_id, 'plate', x.plate, 'untilOn', x.until_on,
                   'text', v.model)
              from vehicle_owners x join vehicles v on v.tenant_id = x.tenant_id and v.id = x.vehicle_id
             where x.tenant_id = :tenant and x.id = few.id`,
  },
};

const kinds = Object.keys(sources) as EntryKind[];
const page = timelineStatement('archive.timeline', sources);

/** A page of what happened with a customer, of the kinds that the caller may see. */
export const pageOfTimeline = (
  work: Work,
  customerId: string,
  kind: EntryKind | undefined,
  after: unknown[] | null,
  size: number,
): Promise<EntryRow[]> =>
  work.rows(page, {
    ofId: customerId,
    kinds: kinds.filter(
      (each) => (!kind || each === kind) && can(work.actor, sources[each].permission),
    ),
    ...placeAfter(after),
    size,
  });
