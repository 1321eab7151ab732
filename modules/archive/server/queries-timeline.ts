import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { can } from '#platform/actor.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { EntryKind, TimelineEntry } from '../contract-timeline.ts';
import { iso, visitJson, visitRows } from './sql-parts.ts';

interface Source {
  /** Who may see such entries at all. */
  permission: string;
  /** Its records of the customer; `x` is the record. */
  from: string;
  /** When it happened: a column that an index ends with, or an expression where a customer has few. */
  at: string;
  id?: string;
  /** What the history shows of one, by its id; `few` is the chosen entry. */
  shown: string;
}

const named = (column: string) =>
  `(select e.name from employees e where e.tenant_id = :tenant and e.id = ${column})`;
const here = 'x.org_path ^@ any(:scopes)';

/** Every kind of thing that happens with a customer; a new one is a line here, with its words in the screen. */
const sources: Record<EntryKind, Source> = {
  visit: {
    permission: 'serviceOrders.see',
    from: `service_orders x where x.tenant_id = :tenant and x.customer_id = :customerId and ${here}`,
    at: 'x.received_at',
    shown: `select jsonb_build_object('visit', ${visitJson}, 'vehicleId', o.vehicle_id, 'plate', o.plate)
              from (${visitRows} and o.id = few.id) o`,
  },
  call: {
    permission: 'followUps.see',
    from: `follow_up_calls x where x.tenant_id = :tenant and x.customer_id = :customerId and ${here}`,
    at: 'x.at',
    shown: `select jsonb_build_object('direction', x.direction, 'state', x.result, 'text', x.main_points,
                   'byName', ${named('x.by_id')}, 'satisfaction', x.satisfaction, 'orderId', x.order_id)
              from follow_up_calls x where x.tenant_id = :tenant and x.id = few.id`,
  },
  message: {
    permission: 'messages.see',
    from: `messages x where x.tenant_id = :tenant and x.customer_id = :customerId and ${here}`,
    at: 'x.created_at',
    shown: `select jsonb_build_object('what', x.channel, 'direction', x.direction, 'state', x.state,
                   'text', concat_ws('：', nullif(x.subject, ''), x.body), 'byName', ${named('x.created_by')})
              from messages x where x.tenant_id = :tenant and x.id = few.id`,
  },
  complaint: {
    permission: 'complaints.see',
    from: `complaints x where x.tenant_id = :tenant and x.customer_id = :customerId and ${here}`,
    at: 'x.received_at',
    shown: `select jsonb_build_object('number', x.number, 'what', x.kind, 'text', x.content,
                   'state', case when x.closed_at is null then 'open' else 'closed' end)
              from complaints x where x.tenant_id = :tenant and x.id = few.id`,
  },
  matter: {
    permission: 'followUps.see',
    from: `matters x where x.tenant_id = :tenant and x.customer_id = :customerId and ${here}`,
    at: 'x.created_at',
    shown: `select jsonb_build_object('what', x.kind, 'state', x.state, 'byName', ${named('x.owner_id')},
                   'text', concat_ws(' → ', x.content, nullif(x.solution, '')))
              from matters x where x.tenant_id = :tenant and x.id = few.id`,
  },
  paper: {
    permission: 'customers.see',
    from: `customer_papers x where x.tenant_id = :tenant and x.customer_id = :customerId and x.withdrawn_at is null`,
    at: 'x.at',
    shown: `select jsonb_build_object('what', x.kind, 'text', concat_ws('：', x.title, nullif(x.note, '')),
                   'byName', ${named('x.filed_by')}, 'vehicleId', x.vehicle_id, 'fileId', x.file_id,
                   'contentType', coalesce(f.content_type, ''))
              from customer_papers x join files f on f.tenant_id = x.tenant_id and f.id = x.file_id
             where x.tenant_id = :tenant and x.id = few.id`,
  },
  consent: {
    permission: 'customers.see',
    from: `consents x where x.tenant_id = :tenant and x.customer_id = :customerId`,
    at: 'x.at',
    shown: `select jsonb_build_object('what', x.purpose, 'direction', x.channel,
                   'state', case when x.given then 'given' else 'withdrawn' end, 'text', x.evidence,
                   'byName', ${named('x.recorded_by')})
              from consents x where x.tenant_id = :tenant and x.id = few.id`,
  },
  merge: {
    permission: 'customers.see',
    from: `merges x where x.tenant_id = :tenant and (x.kept_id = :customerId or x.gone_id = :customerId) and ${here}`,
    at: 'x.created_at',
    shown: `select jsonb_build_object('state', x.state, 'text', coalesce(x.before -> 'gone' ->> 'name', ''),
                   'byName', ${named('x.created_by')})
              from merges x where x.tenant_id = :tenant and x.id = few.id`,
  },
  owner: {
    permission: 'vehicles.see',
    from: `vehicle_owners x where x.tenant_id = :tenant and x.customer_id = :customerId`,
    at: `(x.from_on::timestamp at time zone '${zoneOfTenant}')`,
    shown: `select jsonb_build_object('vehicleId', x.vehicle_id, 'plate', x.plate, 'untilOn', x.until_on,
                   'text', v.model)
              from vehicle_owners x join vehicles v on v.tenant_id = x.tenant_id and v.id = x.vehicle_id
             where x.tenant_id = :tenant and x.id = few.id`,
  },
};

const kinds = Object.keys(sources) as EntryKind[];

const branch = (kind: EntryKind) => {
  const { from, at } = sources[kind];
  return `(select '${kind}' as kind, x.id, ${at} as at from ${from}
      and '${kind}' = any(:kinds) and (${at}, x.id) < (:afterAt::timestamptz, :afterId::uuid)
    order by ${at} desc, x.id desc limit :size)`;
};

type Shown = Partial<Omit<TimelineEntry, 'kind' | 'id' | 'at'>>;
interface EntryRow {
  kind: EntryKind;
  id: string;
  at: Date;
  atText: string;
  shown: Shown;
}
interface Asked {
  customerId: string;
  kinds: string[];
  afterAt: string;
  afterId: string;
  size: number;
}
/** The newest of every kind, of these the newest; only what is shown is read in full. */
const page = statement<EntryRow, Asked>(
  'archive.timeline',
  `with few as materialized (
     select * from (${kinds.map(branch).join(' union all ')}) each
      order by at desc, id desc limit :size)
   select few.kind, few.id, few.at, ${iso('few.at')} as at_text,
          case few.kind ${kinds.map((kind) => `when '${kind}' then (${sources[kind].shown})`).join(' ')} end as shown
     from few order by few.at desc, few.id desc`,
  { isPlannedOnce: true },
);

/** A page of what happened with a customer, of the kinds that the caller may see. */
export const pageOfTimeline = (
  work: Work,
  customerId: string,
  kind: EntryKind | undefined,
  after: unknown[] | null,
  size: number,
): Promise<EntryRow[]> =>
  work.rows(page, {
    customerId,
    kinds: kinds.filter(
      (each) => (!kind || each === kind) && can(work.actor, sources[each].permission),
    ),
    afterAt: String(after?.[0] ?? '9999-12-31T00:00:00Z'),
    afterId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
    size,
  });

const nothing = {
  what: '',
  state: '',
  direction: '',
  number: '',
  text: '',
  byName: null,
  satisfaction: null,
  vehicleId: null,
  plate: '',
  untilOn: null,
  orderId: null,
  fileId: null,
  contentType: '',
  visit: null,
};

export const shownEntry = ({ kind, id, at, shown }: EntryRow): TimelineEntry => ({
  ...nothing,
  ...shown,
  kind,
  id,
  at: at.toISOString(),
});
export const placeOfEntry = ({ atText, id }: EntryRow): [string, string] => [atText, id];
