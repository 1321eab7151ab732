import { complaintRoutes } from '#modules/complaints/contract.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { arrived, mergeVehicles } from '#modules/duplicates/server/duplicates.fixture.ts';
import { Member } from '#modules/members/server/members.fixture.ts';
import { messageRoutes } from '#modules/messages/contract.ts';
import { tripRoutes } from '#modules/mobility/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import { routeTable } from '#platform/http.ts';
import { statement } from '#platform/sql.ts';
import type { Route } from '#shared/route.ts';
import { compact, readPdf } from '#test/pdf.ts';
import type { TestEmployee, TestShop } from '#test/shop.ts';
import { endedVisit } from '#test/visit.ts';

/** What one who sees persons masked must meet nowhere. */
export const secrets = {
  plate: '粤C6M218',
  formerPlate: '粤C8K927',
  mergedPlate: '粤C3H645',
  vin: 'LSVAU2180N2183294',
  street: '科苑路 15 号',
  phone: '13800138000',
  birthday: '1985-03-07',
};
/** Everybody and everything once, with the secrets in it. */
export async function furnished(shop: TestShop): Promise<void> {
  const owner = await shop.employee('owner');
  const advisor = await shop.employee('advisor');
  await endedVisit(shop, owner);
  await shop.forward(24);
  const visit = await Visit.begin(shop, secrets.formerPlate);
  const { customerId, vehicleId } = visit;
  await owner.call(
    customerRoutes.change,
    {
      params: { customerId },
      body: { address: `深圳市南山区${secrets.street}`, birthday: secrets.birthday },
    },
    { version: 1 },
  );
  await change(owner, vehicleId, { vin: secrets.vin });
  await visit.receive();
  await visit.inspect();
  await visit.estimate();
  const { version } = await owner.call(vehicleRoutes.read, { params: { vehicleId } });
  await owner.call(
    vehicleRoutes.changePlate,
    { params: { vehicleId }, body: { plate: secrets.plate } },
    { version },
  );
  const other = await arrived(advisor, {
    customerName: '欧阳思远',
    phone: secrets.phone,
    plate: secrets.mergedPlate,
  });
  await change(owner, other.vehicleId, { vin: secrets.vin });
  await mergeVehicles(owner, vehicleId, other.vehicleId);
  await Member.join(shop, customerId);
  await advisor.call(complaintRoutes.receive, {
    body: {
      channel: 'phone',
      complainantName: '欧阳思远',
      complainantPhone: secrets.phone,
      kind: 'repairTechnique',
      content: '刹车异响修了两次还响。',
      vehicleId,
    },
  });
  await owner.call(messageRoutes.send, {
    params: { customerId },
    body: { channel: 'sms', purpose: 'service', body: `${secrets.plate} 可以取车了` },
  });
  await shop.moveTo('2026-11-26T02:30:00.000Z');
  await (await shop.employee('advisor')).call(tripRoutes.ask, {
    body: {
      ...{ kind: 'rescue', vehicleId, contactPhone: secrets.phone, wish: `${secrets.plate} 抛锚` },
      address: `深圳市南山区${secrets.street}`,
      arriveBy: '2026-11-26T04:00:00.000Z',
    },
  });
}

async function change(owner: TestEmployee, vehicleId: string, body: { vin: string }) {
  const params = { vehicleId };
  const { version } = await owner.call(vehicleRoutes.read, { params });
  await owner.call(vehicleRoutes.change, { params, body }, { version });
}

/** Which table the first id in an address is of. */
const tableOf: Readonly<Record<string, string>> = {
  orderId: 'service_orders',
  checkInId: 'check_ins',
  tripId: 'trips',
  loanId: 'loans',
  inspectionSheetId: 'inspection_sheets',
  deliveryPackId: 'delivery_packs',
  customerId: 'customers',
  vehicleId: 'vehicles',
  contactId: 'contacts',
  complaintId: 'complaints',
  followUpId: 'follow_ups',
  matterId: 'matters',
  surveyInvitationId: 'survey_invitations',
  surveySampleId: 'survey_samples',
  campaignContactId: 'campaign_contacts',
  employeeId: 'employees',
  membershipId: 'memberships',
  mergeId: 'merges',
  orgUnitId: 'org_units',
  entryId: 'audit_entries',
};
export async function idsOf(shop: TestShop): Promise<Map<string, readonly string[]>> {
  const ids = new Map<string, readonly string[]>();
  for (const [parameter, table] of Object.entries(tableOf)) {
    const some = statement<{ id: string }, object>(
      `test.some.${table}`,
      `select id from ${table} where tenant_id = :tenant order by id limit 8`,
    );
    ids.set(
      parameter,
      (await shop.reading.rows(some, {})).map(({ id }) => id),
    );
  }
  return ids;
}

/** What some lists must be asked with. */
const queriesOf = (vehicleIds: readonly string[]): Readonly<Record<string, readonly string[]>> => ({
  'reception.search': [
    'q=%E7%B2%A4C6M218',
    'q=13800138000',
    `q=${encodeURIComponent('欧阳')}`,
    `q=${secrets.vin}`,
  ],
  'reception.cardOfPlate': ['plate=%E7%B2%A4C6M218', 'plate=%E7%B2%A4C8K927'],
  'complaints.matches': ['q=%E7%B2%A4C6M218', 'q=13800138000'],
  'surveyFigures.figures': ['from=2026-11-01&to=2026-11-30&by=shop'],
  'surveyFigures.patterns': ['from=2026-11-01&to=2026-11-30'],
  'complaints.figures': ['from=2026-11-01&to=2026-11-30'],
  'customers.list': ['', 'q=13800138000'],
  'vehicles.list': ['', 'q=%E7%B2%A4C6M218', 'q=%E7%B2%A4C8K927'],
  'archive.list': ['', 'q=%E7%B2%A4C6M218'],
  'serviceOrders.arrival': vehicleIds.map((id) => `vehicleId=${id}`),
  'followUps.list': ['', 'state=planned'],
  'audit.list': ['limit=200'],
});

/** Every address that answers with records to somebody signed in. */
export function* addresses(ids: ReadonlyMap<string, readonly string[]>) {
  const queries = queriesOf(ids.get('vehicleId')!);
  const routes = routeTable().filter(
    ({ method, access, kind, path }) =>
      method === 'GET' &&
      access !== 'public' &&
      !access.startsWith('link:') &&
      (kind === 'json' || path.endsWith('.pdf')),
  );
  for (const route of routes) {
    const [, parameter] = /:(\w+)/.exec(route.path) ?? [];
    const paths = parameter
      ? (ids.get(parameter) ?? []).map((id) => route.path.replace(`:${parameter}`, id))
      : [route.path];
    for (const path of paths.filter((one) => !one.includes(':')))
      for (const query of queries[route.id] ?? [''])
        yield { route, path: query ? `${path}?${query}` : path };
  }
}

/** What of the secrets stands in an answer, besides what the asker typed. */
export async function secretsIn(
  route: Route,
  reply: { body: string; rawPayload: Buffer },
  all: Readonly<Record<string, string>> = secrets,
) {
  const text = route.path.endsWith('.pdf')
    ? (await readPdf(reply.rawPayload)).pages.join('')
    : route.id === 'reception.cardOfPlate'
      ? JSON.stringify(JSON.parse(reply.body).card)
      : reply.body;
  return Object.entries(all)
    .filter(([, secret]) => compact(text).includes(compact(secret)))
    .map(([name]) => name);
}
