import type pg from 'pg';

export interface Operation {
  name: string;
  paths: readonly string[];
}

/** What people at work ask for, drawn from the data itself: always the same draws. */
export async function operationsOn(
  client: pg.Client,
  tenantId: string,
  times: number,
): Promise<Operation[]> {
  const column = async (text: string) =>
    (await client.query<{ value: string }>(text, [tenantId, times])).rows.map(({ value }) => value);
  const spread = 'order by md5(id::text) limit $2';
  const people = await client.query<{ name: string; initials: string; phone: string }>(
    `select name, name_initials as initials, phone from customers where tenant_id = $1 ${spread}`,
    [tenantId, times],
  );
  const plates = await column(
    `select plate as value from vehicles where tenant_id = $1 and plate <> '' ${spread}`,
  );
  const vehicles = await column(`select id as value from vehicles where tenant_id = $1 ${spread}`);
  const orders = await column(
    `select id as value from service_orders where tenant_id = $1 ${spread}`,
  );
  const customers = await column(
    `select id as value from customers where tenant_id = $1 ${spread}`,
  );
  const typed = people.rows.flatMap(({ name, initials, phone }, at) => [
    [name, initials, phone.slice(-4), plates[at % plates.length]!.slice(-5), name.slice(-2)][
      at % 5
    ]!,
  ]);
  return [
    { name: 'search', paths: typed.map((text) => `/search?q=${encodeURIComponent(text)}`) },
    { name: 'card', paths: vehicles.map((id) => `/plate-cards/${id}`) },
    { name: 'order', paths: orders.map((id) => `/service-orders/${id}`) },
    { name: 'orders', paths: orders.map(() => '/service-orders?limit=50&state=delivered') },
    { name: 'customer', paths: customers.map((id) => `/customers/${id}`) },
    { name: 'dayList', paths: orders.map(() => '/follow-ups/due') },
    { name: 'board', paths: orders.map(() => '/service-orders/board') },
  ];
}
