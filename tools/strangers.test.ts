import { expect } from 'vitest';
import { columnTypes } from '#database/types.generated.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { exportRoutes } from '#modules/exports/contract.ts';
import { followUpRoutes } from '#modules/follow-ups/contract.ts';
import { genuineRoutes } from '#modules/genuine-check/contract.ts';
import { importRoutes } from '#modules/imports/contract.ts';
import { factorRoutes, peopleRoutes } from '#modules/people/contract.ts';
import { Authenticator } from '#modules/people/server/authenticator.fixture.ts';
import { orderLinkRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { signOnRoutes } from '#modules/sign-on/contract.ts';
import { inboundRoutes, webhookRoutes } from '#modules/webhooks/contract.ts';
import { snake } from '#platform/database.ts';
import { routeTable } from '#platform/http.ts';
import { statement } from '#platform/sql.ts';
import type { Route } from '#shared/route.ts';
import { sampleOf } from '#test/sample.ts';
import { TestShop, test } from '#test/shop.ts';
import { endedVisit } from '#test/visit.ts';

/** Which table the ids in an address are of. */
const tableOf: Record<string, string> = {
  orderId: 'service_orders',
  lineId: 'job_lines',
  customerId: 'customers',
  vehicleId: 'vehicles',
  contactId: 'contacts',
  complaintId: 'complaints',
  followUpId: 'follow_ups',
  matterId: 'matters',
  commitmentId: 'commitments',
  fileId: 'files',
  importId: 'import_batches',
  importMapId: 'import_maps',
  exportId: 'list_exports',
  genuineBatchId: 'genuine_batches',
  genuineCodeId: 'genuine_codes',
  roleId: 'roles',
  messageId: 'messages',
  noticeId: 'notices',
  orgUnitId: 'org_units',
  sessionId: 'sessions',
  apiKeyId: 'api_keys',
  employeeId: 'employees',
  standInId: 'stand_ins',
  postHoldingId: 'post_holdings',
  certificateId: 'certificates',
  passkeyId: 'passkeys',
  linkId: 'links',
  webhookId: 'webhooks',
  deliveryId: 'webhook_deliveries',
  endpointId: 'inbound_endpoints',
  providerId: 'sign_on_providers',
  signOnLinkId: 'sign_on_links',
};
/** A shop has none of these without a carrier, a named stand-in or a sign-on elsewhere: an id that nobody has says the same. */
const mayBeEmpty = new Set([
  'post_holdings',
  'certificates',
  'messages',
  'stand_ins',
  'notices',
  'sign_on_links',
]);
const tenantTables = Object.keys(columnTypes).filter(
  (table) => 'tenantId' in columnTypes[table as never],
);

const parametersOf = (route: Route) => [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);

/** A shop with one of everything: an order on its way, calls, a matter, a complaint, an import, a key. */
async function furnished(shop: TestShop): Promise<void> {
  await endedVisit(shop, await shop.employee('owner'));
  await shop.forward(24);
  const visit = await Visit.begin(shop);
  await visit.receive();
  await visit.inspect();
  await visit.estimate();
  await shop.moveTo('2026-11-26T02:30:00.000Z');
  const agent = await shop.employee('followUpAgent');
  const { items } = await agent.call(followUpRoutes.due, {});
  await agent.call(followUpRoutes.record, {
    params: { followUpId: items[0]!.id },
    body: {
      result: 'connected',
      reason: 'talked',
      mainPoints: '刹车还是响',
      matters: [{ kind: 'question', content: '下次保养什么时候' }],
      complaint: { kind: 'repairTechnique', content: '刹车还是响，要求重做' },
    },
  });
  const boss = await shop.employee('owner');
  await boss.call(customerRoutes.addContact, {
    params: { customerId: items[0]!.customer.id },
    body: { name: '司机老李', role: 'driver' },
  });
  const file = await shop.http.inject({
    method: 'POST',
    url: '/api/v1/files?name=list.csv',
    headers: { cookie: boss.cookie, 'content-type': 'application/octet-stream' },
    payload: Buffer.from('姓名,电话,车牌\n张三,13800138001,粤A54321\n'),
  });
  const list = await boss.call(importRoutes.begin, { body: { fileId: file.json().id } });
  await shop.settle();
  await boss.call(importRoutes.keepMap, {
    params: { importId: list.id },
    body: { name: '老系统' },
  });
  await boss.call(exportRoutes.ask, {
    body: { list: 'customers.list', columns: ['name'], reason: '回访' },
  });
  await boss.call(genuineRoutes.issue, { body: { product: '前制动片', codes: 2 } });
  const { webhook } = await boss.call(webhookRoutes.add, {
    body: { name: '看板', url: 'http://localhost:9/', kinds: ['customer.added'] },
  });
  await boss.call(webhookRoutes.test, { params: { webhookId: webhook.id } });
  await boss.call(inboundRoutes.add, { body: { name: '网站', source: 'complaints' } });
  await boss.call(signOnRoutes.add, { body: { ...sampleProvider } });
  await boss.call(orderLinkRoutes.makeLink, { params: visit.params, body: {} });
  const asked = await boss.call(factorRoutes.beginPasskey, {});
  await boss.call(factorRoutes.addPasskey, {
    body: { ...new Authenticator().make(asked), name: '指纹' },
  });
  await boss.call(peopleRoutes.addApiKey, {
    body: { name: '报表', roleKey: 'cashier', expiresAt: '2027-06-01T00:00:00.000Z' },
  });
  await shop.settle();
}

const sampleProvider = {
  ...{
    label: '集团账号',
    issuer: 'https://login.example',
    clientId: 'jingming',
    clientSecret: 'x',
  },
  ...{ scopes: 'openid', usernameClaim: 'preferred_username', matchesUsername: false },
  ...{ emailDomains: [], newRoleKey: null, newUnitId: null, groupClaim: '', groupRoles: [] },
  ...{ factorValues: [], endsThere: false, isEnabled: true },
};

async function idsOf(shop: TestShop): Promise<Record<string, string | undefined>> {
  const ids: Record<string, string | undefined> = { rowNo: '2' };
  for (const [parameter, table] of Object.entries(tableOf)) {
    const one = statement<{ id: string }, object>(
      `test.one.${table}`,
      `select id from ${table} where tenant_id = :tenant order by id limit 1`,
    );
    ids[parameter] = (await shop.reading.first(one, {}))?.id;
  }
  return ids;
}

/** Everything that a tenant has, in one number a table. */
async function printOf(shop: TestShop): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const table of tenantTables) {
    const print = statement<{ print: string }, object>(
      `test.print.${table}`,
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '-') as print from ${snake(table)} t where tenant_id = :tenant`,
    );
    prints[table] = (await shop.reading.first(print, {}))!.print;
  }
  return prints;
}

test('G-10 every route with an id of another tenant: it does not exist, and nothing changes there', async ({
  shop,
}) => {
  await furnished(shop);
  const ids = await idsOf(shop);
  const missing = Object.entries(tableOf).filter(
    ([name, table]) => !ids[name] && !mayBeEmpty.has(table),
  );
  expect(missing).toEqual([]);
  const before = await printOf(shop);
  const elsewhere = await TestShop.open();
  const odd: string[] = [];
  const answers: Record<number, number> = {};
  for (const route of routeTable().filter(
    ({ path, access }) => path.includes(':') && access !== 'public' && !access.startsWith('link:'),
  )) {
    const stranger = await elsewhere.employee('owner');
    const unknown = '01a20000-0000-7000-8000-000000000000';
    const path = parametersOf(route).reduce(
      (text, name) => text.replace(`:${name}`, ids[name] ?? unknown),
      route.path,
    );
    const body =
      route.method === 'GET' || route.kind === 'upload'
        ? undefined
        : (sampleOf(route.body, unknown) as object);
    const reply = await stranger.raw(route.method, path, body, { 'if-match': '"1"' });
    answers[reply.statusCode] = (answers[reply.statusCode] ?? 0) + 1;
    if (reply.statusCode !== 404)
      odd.push(`${route.id} ${reply.statusCode} ${reply.body.slice(0, 160)}`);
  }
  expect(odd).toEqual([]);
  expect(answers[404]).toBeGreaterThan(60);
  expect(await printOf(shop)).toEqual(before);
});
