import type { TSchema } from 'typebox';
import type { Route } from '#shared/route.ts';
import { sampleOf } from '#test/sample.ts';
import { tenantTables } from './holdings.ts';

/** Where a route takes the id of a record: in its address, its query or its body, and of which table. */
export interface IdField {
  readonly part: 'params' | 'query' | 'body';
  /** `*` stands for the entries of a list. */
  readonly path: readonly string[];
  readonly table: string;
}

export const nameOf = ({ part, path }: IdField) => `${part}.${path.join('.')}`;

interface Leaf {
  format?: string;
  properties?: Record<string, Leaf>;
  items?: Leaf;
  anyOf?: readonly Leaf[];
}

/** Names whose table is not their own plural; in front of the dot, the route's module where only it means that. */
const tableByName: Record<string, string> = {
  orderId: 'service_orders',
  earlierOrderId: 'service_orders',
  lineId: 'job_lines',
  partnerId: 'sublet_partners',
  discountId: 'order_discounts',
  signatureFileId: 'files',
  paperFileId: 'files',
  'portal.questionId': 'order_questions',
  'lines.id': 'job_lines',
  spellId: 'clock_spells',
  stampId: 'clock_stamps',
  importId: 'import_batches',
  importMapId: 'import_maps',
  paperId: 'customer_papers',
  exportId: 'list_exports',
  genuineBatchId: 'genuine_batches',
  runId: 'duplicate_runs',
  photoId: 'check_in_photos',
  accessoryFileId: 'files',
  otherCustomerId: 'customers',
  otherVehicleId: 'vehicles',
  parentId: 'org_units',
  newUnitId: 'org_units',
  toUnitId: 'org_units',
  sharingBasisId: 'sharing_bases',
  providerId: 'sign_on_providers',
  handlerId: 'employees',
  advisorId: 'employees',
  technicianId: 'employees',
  driverId: 'employees',
  photoFileId: 'files',
  agentId: 'employees',
  byId: 'employees',
  actorId: 'employees',
  entryId: 'audit_entries',
  endpointId: 'inbound_endpoints',
  deliveryId: 'webhook_deliveries',
  proposalId: 'service_proposals',
  offerId: 'service_offers',
  roundId: 'rating_rounds',
  /** Of an entry in the audit: whatever it is about. */
  aboutId: 'customers',
  ownerId: 'employees',
  termsId: 'prepaid_terms',
  movementId: 'member_movements',
  refundId: 'member_refunds',
  templateId: 'message_templates',
  seatTemplateId: 'message_templates',
  paymentRefundId: 'payment_refunds',
  invoiceId: 'invoices',
  'vehicles.ownerId': 'customers',
  phoneCallId: 'phone_calls',
  incomingMailId: 'incoming_mails',
  solutionId: 'complaint_solutions',
  'people.nameStandIn.standInId': 'employees',
  'followUpLoads.fromId': 'employees',
  'followUpLoads.toId': 'employees',
  /** Of a complaint: the call or the order that it came from. */
  sourceId: 'follow_up_calls',
};

/** Every place of a route that takes an id. Throws when a name tells nothing: such a route cannot be tried. */
export function idFieldsOf(route: Route): IdField[] {
  return (['params', 'query', 'body'] as const).flatMap((part) =>
    pathsIn(route[part] as Leaf).map((path) => ({
      part,
      path,
      table: tableFor(route, part, path),
    })),
  );
}

function pathsIn(leaf: Leaf): string[][] {
  if (leaf.format === 'uuid') return [[]];
  return [
    ...Object.entries(leaf.properties ?? {}).flatMap(([name, part]) =>
      pathsIn(part).map((path) => [name, ...path]),
    ),
    ...(leaf.items ? pathsIn(leaf.items).map((path) => ['*', ...path]) : []),
    ...(leaf.anyOf ?? []).flatMap(pathsIn),
  ];
}

function tableFor(route: Route, part: IdField['part'], path: readonly string[]): string {
  const names = path.filter((step) => step !== '*');
  const name = names.at(-1)!.replace(/Ids$/, 'Id');
  const [module] = route.id.split('.');
  const keys = [
    ...(part === 'body' ? [`${route.id}.${name}`] : []),
    `${module}.${name}`,
    names.slice(-2).join('.'),
    name,
  ];
  const found = keys.map((key) => tableByName[key]).find((table) => table !== undefined);
  const table = found ?? pluralOf(name);
  if (table === 'tenants' || tenantTables.includes(table)) return table;
  throw new Error(
    `${route.id}: ${part}.${path.join('.')} is an id of what? Say it in id-fields.ts`,
  );
}

function pluralOf(name: string): string {
  const noun = name.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** Whether the smallest request of the route has this field at all. */
export function isNeeded(route: Route, { part, path }: IdField): boolean {
  let at: unknown = sampleOf(route[part], '');
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return false;
    at = (at as Record<string, unknown>)[step === '*' ? '0' : step];
  }
  return at !== undefined;
}

/** The part of a schema at a path, so that an optional field can be given a value of its own. */
export function schemaAt(schema: TSchema, path: readonly string[]): TSchema {
  let leaf = schema as Leaf;
  for (const step of path) {
    const fitting = [leaf, ...(leaf.anyOf ?? [])].find((each) =>
      step === '*' ? each.items : each.properties?.[step],
    );
    leaf = (step === '*' ? fitting?.items : fitting?.properties?.[step]) ?? {};
  }
  return leaf as TSchema;
}
