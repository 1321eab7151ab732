import { randomInt, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { type Mark, personal } from '#database/personal.ts';
import { columnTypes, type Tables } from '#database/types.generated.ts';
import { snake } from '#platform/database.ts';
import { detailOf, marksOf } from '#platform/personal/blanks.ts';

type Table = keyof Tables;
type Row = Record<string, unknown>;

/** Values of the audit lie closed: a test has them written by the product itself. */
const byTheProduct = new Set<Table>(['auditEntries']);
const parents: Table[] = [
  'customers',
  'files',
  'vehicles',
  'serviceOrders',
  'jobLines',
  'checkIns',
  'loanCars',
  'loans',
  'inspectionSheets',
  'deliveryPacks',
  'complaints',
  'incomingMails',
  'links',
  'appointments',
  'trips',
  'importBatches',
  'webhooks',
  'ratingRounds',
  'memberships',
  'prepaidTerms',
  'topUps',
  'servicePackages',
  'packagePurchases',
  'receipts',
  'questionnaires',
  'surveyInvitations',
  'surveyAnswers',
  'surveySamples',
  'segments',
  'campaigns',
  'campaignRounds',
];
const ofCustomers = (Object.keys(personal) as Table[]).filter(
  (table) => personal[table].of === 'customer' && !byTheProduct.has(table),
);
export const canaryTables = [...new Set([...parents, ...ofCustomers])];

export interface Nest {
  customerId: string;
  canaries: Map<string, string>;
}

/** One row in every table that holds something of a customer, with a value of its own in each marked column. */
export class Canaries {
  private readonly owner: Client;
  private readonly place: { tenantId: string; unitId: string; unitPath: string };
  private readonly employeeId: string;
  private readonly now: Date;
  constructor(
    owner: Client,
    place: { tenantId: string; unitId: string; unitPath: string },
    { employeeId, now }: { employeeId: string; now: Date },
  ) {
    this.owner = owner;
    this.place = place;
    this.employeeId = employeeId;
    this.now = now;
  }

  async nest(tag: string): Promise<Nest> {
    const ids = Object.fromEntries(parents.map((table) => [table, randomUUID()])) as Record<
      Table,
      string
    >;
    const canaries = new Map<string, string>();
    for (const table of canaryTables) await this.insert(table, tag, ids, canaries);
    return { customerId: ids.customers, canaries };
  }

  private async insert(
    table: Table,
    tag: string,
    ids: Record<Table, string>,
    canaries: Map<string, string>,
  ) {
    const given: Row = {
      tenantId: this.place.tenantId,
      orgUnitId: this.place.unitId,
      orgPath: this.place.unitPath,
      id: ids[table] ?? randomUUID(),
      customerId: ids.customers,
      vehicleId: ids.vehicles,
      orderId: ids.serviceOrders,
      checkInId: ids.checkIns,
      loanCarId: ids.loanCars,
      inspectionSheetId: ids.inspectionSheets,
      deliveryPackId: ids.deliveryPacks,
      complaintId: ids.complaints,
      incomingMailId: ids.incomingMails,
      levelUnitId: this.place.unitId,
      unitId: this.place.unitId,
      toUnitId: this.place.unitId,
      linkId: ids.links,
      appointmentId: ids.appointments,
      fileId: ids.files,
      signatureFileId: ids.files,
      takenBy: this.employeeId,
      writtenBy: this.employeeId,
      batchId: ids.importBatches,
      webhookId: ids.webhooks,
      roundId: ids.ratingRounds,
      membershipId: ids.memberships,
      termsId: ids.prepaidTerms,
      topUpId: ids.topUps,
      servicePackageId: ids.servicePackages,
      packagePurchaseId: ids.packagePurchases,
      aboutId: ids.customers,
      questionnaireId: ids.questionnaires,
      surveyInvitationId: ids.surveyInvitations,
      surveyAnswerId: ids.surveyAnswers,
      surveySampleId: ids.surveySamples,
      segmentId: ids.segments,
      campaignId: ids.campaigns,
      keptId: ids.customers,
      employeeId: this.employeeId,
      ownerId: table === 'vehicles' ? ids.customers : this.employeeId,
      key: randomUUID(),
      edition: randomInt(1, 1_000_000),
      sha256: null,
    };
    if (table === 'incomingMails')
      Object.assign(given, { mailboxId: await this.mailbox(), state: 'opened' });
    if (table === 'campaigns') given.kind = 'offer';
    if (table === 'campaignContacts') given.roundId = ids.campaignRounds;
    if (table === 'serviceOrders')
      Object.assign(given, { state: 'delivered', deliveredAt: this.now });
    if (table === 'checkIns') Object.assign(given, { state: 'signed', closedAt: this.now });
    if (table === 'loans') {
      const dueAt = new Date(this.now.getTime() + 3_600_000);
      Object.assign(given, { state: 'returned', returnedAt: dueAt, lentAt: this.now, dueAt });
      given.checkedBy = this.employeeId;
    }
    if (table === 'trips')
      Object.assign(given, { state: 'done', endedAt: this.now, driverId: this.employeeId });
    // A car goes from hand to hand on a trip, or as a loan.
    if (table === 'carHandovers') Object.assign(given, { tripId: ids.trips });
    if (table === 'inspectionSheets') {
      const signed = { signedAt: this.now, inspectorId: this.employeeId, passed: true };
      Object.assign(given, { state: 'signed', ...signed });
    }
    if (table === 'deliveryPacks')
      Object.assign(given, { state: 'signed', checkedAt: this.now, signedAt: this.now });
    if (table === 'complaints') Object.assign(given, { state: 'closed', closedAt: this.now });
    if (table === 'documentHolds') {
      for (const other of ['customerId', 'vehicleId', 'orderId']) delete given[other];
      Object.assign(given, { state: 'lifted', liftedAt: this.now, isLegal: true });
    }
    if (table === 'inspectionQuestions' || table === 'orderQuestions') given.answeredAt = this.now;
    if (table === 'invoices') {
      const number = String(randomInt(10 ** 8)).padStart(8, '0');
      const issued = { number, amountFen: 1, issuedOn: '2026-11-20' };
      Object.assign(given, { state: 'voided', ...issued });
    }
    if (table === 'surveyAnswers') given.way = 'call';
    if (table === 'wecomContacts') given.linkMark = randomUUID();
    if (table === 'orderSignings') given.quoteHash = 'a'.repeat(64);
    // Whatever else he asked for is answered before he is erased.
    if (table === 'rightsRequests')
      Object.assign(given, { state: 'answered', decidedAt: this.now });
    // A refund is of one thing.
    if (table === 'memberRefunds') delete given.packagePurchaseId;
    if (table === 'paymentRefunds') given.receiptId = ids.receipts;
    if (table === 'files') given.state = 'ready';
    if (table === 'importBatches') given.state = 'imported';
    // Nothing is to run or to be carried while the test looks.
    if (table === 'tasks') given.runAt = new Date('2099-01-01');
    // What came back is another order than the one that did not hold.
    if (table === 'repeatRepairs') {
      const earlier = randomUUID();
      await this.insert('serviceOrders', tag, { ...ids, serviceOrders: earlier }, canaries);
      given.earlierOrderId = earlier;
    }
    if (table === 'sublets')
      Object.assign(given, { lineId: ids.jobLines, partnerId: await this.partner() });
    if (table === 'healthRecords') given.missing = ['vin'];
    const row: Row = {};
    const words = await this.allowedWords(table);
    for (const column of await this.columnsOf(table)) {
      const mark = marksOf(table).find(([name]) => name === column.name)?.[1];
      if (column.isDerived) continue;
      if (mark && detailOf(mark).class === 'birthday') {
        const day = `${randomInt(1900, 2020)}-0${randomInt(1, 10)}-1${randomInt(0, 10)}`;
        canaries.set(`${table}.${column.name}`, day);
        row[column.name] = day;
      } else if (mark && !words.has(column.name) && /text|jsonb/.test(column.type)) {
        const canary = `KN-${tag}-${table}-${column.name}-`;
        canaries.set(`${table}.${column.name}`, canary);
        row[column.name] = filled(mark, column.type, canary, {
          table,
          customerId: ids.customers,
          tag,
        });
      } else if (column.name in given) row[column.name] = given[column.name];
      else if (column.isNeeded) row[column.name] = this.filler(column.type, words.get(column.name));
    }
    const names = Object.keys(row);
    const marks = names.map((_, at) => `$${at + 1}`);
    await this.owner.query(
      `insert into ${snake(table)} (${names.map(snake).join(', ')}) values (${marks.join(', ')})`,
      Object.values(row),
    );
  }

  /** A firm speaks of nobody whom the test asks about. */
  private async partner(): Promise<string> {
    const id = randomUUID();
    const { tenantId, unitId, unitPath } = this.place;
    await this.owner.query(
      `insert into sublet_partners (tenant_id, id, org_unit_id, org_path, name, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $6)`,
      [tenantId, id, unitId, unitPath, id, this.now],
    );
    return id;
  }

  /** A place has one mailbox: what came to it hangs on that. */
  private async mailbox(): Promise<string> {
    const { tenantId, unitId, unitPath } = this.place;
    const { rows } = await this.owner.query(
      `insert into mailboxes (tenant_id, id, org_unit_id, org_path, address, host, port, is_secure, username, password,
         folder, every_minutes, decide_minutes, is_active, created_at, updated_at)
       values ($1, $2, $3, $4, 'a@b', 'b', 993, true, 'a', 'x', 'INBOX', 5, 240, false, $5, $5)
       on conflict (tenant_id, org_unit_id) do update set port = excluded.port returning id`,
      [tenantId, randomUUID(), unitId, unitPath, this.now],
    );
    return rows[0].id as string;
  }

  private async columnsOf(table: Table) {
    const { rows } = await this.owner.query(
      `select attname as name, atttypid::regtype::text as type, attgenerated <> '' as derived,
              attnotnull and not atthasdef as needed
         from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
          and attidentity = ''`,
      [snake(table)],
    );
    const byName = new Map(rows.map((row) => [row.name as string, row]));
    return Object.keys(columnTypes[table]).flatMap((name) => {
      const row = byName.get(snake(name));
      return row
        ? [{ name, type: row.type as string, isDerived: row.derived, isNeeded: row.needed }]
        : [];
    });
  }

  /** The first word that a check of the schema allows, by column. */
  private async allowedWords(table: Table): Promise<Map<string, string>> {
    const { rows } = await this.owner.query(
      `select pg_get_constraintdef(oid) as text from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
      [snake(table)],
    );
    const names = new Map(Object.keys(columnTypes[table]).map((name) => [snake(name), name]));
    return new Map(
      rows.flatMap(({ text }) => {
        const [, column, word] = /\(\(?(\w+) = ANY \(ARRAY\['(\w*)'/.exec(text) ?? [];
        const name = column && names.get(column);
        return name ? [[name, word!] as const] : [];
      }),
    );
  }

  private filler(type: string, word: string | undefined): unknown {
    if (word !== undefined) return word;
    if (type === 'uuid') return randomUUID();
    if (type === 'date') return '2026-11-20';
    if (/^timestamp/.test(type)) return this.now;
    if (/int|numeric/.test(type)) return 1;
    if (type === 'boolean') return false;
    if (type === 'jsonb') return '{}';
    if (type === 'bytea') return Buffer.from('x');
    return type.endsWith('[]') ? ['x'] : randomUUID();
  }
}

/** What the machinery keeps names a record of his or holds his phone; everything else is the value alone. */
function filled(
  mark: Mark,
  type: string,
  canary: string,
  { table, customerId, tag }: { table: Table; customerId: string; tag: string },
): unknown {
  if (detailOf(mark).class === 'mixed') {
    const isKnownByPhone = 'isCopy' in personal[table] || table === 'importRows';
    const phone = isKnownByPhone ? `KN-${tag}-customers-phone-` : undefined;
    return JSON.stringify({ canary, customerId, phone });
  }
  // A copy is his by what it speaks of.
  if (type === 'text' && table === 'listExports') return `${canary}KN-${tag}-customers-phone-`;
  if (type === 'jsonb') return JSON.stringify(canary);
  return type.endsWith('[]') ? [canary] : canary;
}
