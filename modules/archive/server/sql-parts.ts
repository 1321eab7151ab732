/** An instant within JSON, as every answer writes it. */
export const iso = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A visit as JSON; `o` is its order. */
export const visitJson = `jsonb_build_object('id', o.id, 'number', o.number, 'kind', o.kind, 'state', o.state,
    'vehicleId', o.vehicle_id, 'plate', o.plate, 'mileageKm', o.mileage_km,
    'receivedAt', ${iso('o.received_at')}, 'deliveredAt', ${iso('o.delivered_at')},
    'customerWords', o.customer_words, 'amountFen', coalesce(o.settled_fen, nullif(o.approved_fen, 0)),
    'advisorName', o.advisor_name,
    'work', coalesce((select string_agg(l.description, '；' order by l.position) from job_lines l
       where l.tenant_id = :tenant and l.order_id = o.id and l.answer = 'approved'), ''),
    'refused', coalesce((select jsonb_agg(l.description order by l.position) from job_lines l
       where l.tenant_id = :tenant and l.order_id = o.id and l.answer = 'refused'), '[]'))`;

/** Orders with what a visit shows of them, to be narrowed and cut. */
export const visitRows = `select o.*, v.plate, e.name as advisor_name from service_orders o
    join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
    left join employees e on e.tenant_id = o.tenant_id and e.id = o.advisor_id
   where o.tenant_id = :tenant and o.org_path ^@ any(:scopes)`;

/** A customer's cars in a list: enough to know them by; `c` is the customer. */
export const carsJson = `(select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'plate', v.plate,
      'plateColour', v.plate_colour, 'model', v.model) order by v.last_visit_on desc nulls last, v.id desc), '[]')
   from (select * from vehicles v where v.tenant_id = :tenant and v.owner_id = c.id and v.org_path ^@ any(:scopes)
          order by v.last_visit_on desc nulls last, v.id desc limit 20) v)`;
