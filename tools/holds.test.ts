import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { testServer } from '#test/server.ts';

const isProduct = (path: string) =>
  /\.ts$/.test(path) && !/\.(test|fixture)\.ts$|-for-tests\.ts$/.test(path);
const sources = ['modules', 'platform', 'server', 'database']
  .flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => join(place, name)),
  )
  .filter((path) => isProduct(path) && statSync(path).isFile());
const holding = (pattern: RegExp): string[] =>
  sources.filter((path) => pattern.test(readFileSync(path, 'utf8'))).sort();

/** Tables whose rows are taken away though they are no evidence, and why not; all others stay under a hold. */
const noEvidence: Readonly<Record<string, string>> = {
  audit_unsealed: 'the work list of the sealer; the entries themselves stay',
  calendar_days: 'settings: which days are open',
  campaign_contacts: 'a draft that nobody was written to by',
  campaign_rounds: 'a draft that nobody was written to by',
  complaint_count_marks: 'says what is counted anew',
  complaint_counts: 'counted anew from what stays',
  customer_standings: 'reckoned anew from what stays',
  customers: 'the undo of an import, refused where anything points at them: a hold does',
  duplicate_pairs: 'suggestions to merge, found anew',
  employees: 'the undo of an import of people who never came in',
  former_plates: 'what a merge had added, taken back with the merge',
  guesses: 'wrong secrets counted for hours',
  idempotency_keys: 'answers kept a day for repetition',
  import_changes: 'what an import would be undone by, once it is undone',
  import_maps: 'settings: which column of a list means what',
  import_rows: 'a list read anew before anything of it was written',
  inbound_deliveries: 'copies of what came in: what they brought is a record of its own',
  job_lines: 'a quotation that nobody has agreed to yet; what was agreed to is not taken away',
  link_visits: 'sessions by link that have run out; what was done by them is on record',
  mileage_readings: 'the undo of an import, refused for a car that anything points at',
  part_barcodes: 'settings: which barcode is which part',
  passkey_challenges: 'questions of a sign-in, good for minutes',
  passkeys: 'means of signing in of a colleague',
  phone_extensions: 'settings: whose telephone rings',
  price_items: 'a price list that is not open yet',
  recovery_codes: 'means of signing in of a colleague',
  regions: 'settings of the tree',
  released_photos: 'what a customer sees on his page: the photo itself stays with the order',
  role_grants: 'who may do what; who might when stands in the audit',
  service_proposals: 'reminders reckoned anew from what stays',
  sign_on_attempts: 'sign-ins by another house under way, good for minutes',
  sign_on_links: 'means of signing in of a colleague',
  sign_on_providers: 'settings of signing in',
  standing_counts: 'counted anew from what stays',
  tasks: 'what is to be done later',
  team_hours: 'settings: who works when',
  throttles: 'requests counted for minutes',
  totp_factors: 'means of signing in of a colleague',
  vehicle_owners: 'what an import or a merge had added, taken back with it',
  vehicles: 'the undo of an import, refused where anything points at them: a hold does',
  visit_counts: 'counted anew from what stays',
  webhook_deliveries: 'copies of what went out',
  webhooks: 'settings: which program hears what',
};

/** Statements that take rows of a table away. Comments and the words of people do not begin so. */
const takesAway = /['"`(\s]delete from ([a-z_]+)/g;
const tables = (): Set<string> =>
  new Set(
    sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(takesAway)].map(([, table]) => table!),
    ),
  );

async function guarded(): Promise<Set<string>> {
  await testServer();
  const owner = new pg.Client(inject('databases').owner as pg.ClientConfig);
  await owner.connect();
  try {
    const { rows } = await owner.query<{ tablename: string }>(
      `select tablename from pg_policies where policyname = 'kept_under_hold' and cmd = 'DELETE' and permissive = 'RESTRICTIVE'`,
    );
    return new Set(rows.map(({ tablename }) => tablename));
  } finally {
    await owner.end();
  }
}

test('CMP-18 whatever takes rows away stays its hand under a hold, or says why they are no evidence', async () => {
  const kept = await guarded();
  const undecided = [...tables()].filter((table) => !kept.has(table) && !(table in noEvidence));
  expect(undecided.sort()).toEqual([]);
  const both = [...kept].filter((table) => table in noEvidence);
  expect(both).toEqual([]);
  const idle = Object.keys(noEvidence).filter((table) => !tables().has(table));
  expect(idle, 'no longer taken away').toEqual([]);
});

test('CMP-18 who takes a guarded row away asks first, so that the refusal has words', async () => {
  const kept = await guarded();
  const taking = [...kept].map((table) => {
    const [path] = sources.filter((one) =>
      readFileSync(one, 'utf8').includes(`delete from ${table}`),
    );
    return { table, module: path?.split('/').slice(0, 2).join('/') };
  });
  const asking = holding(/refuseUnderHold\(/).map((path) => path.split('/').slice(0, 2).join('/'));
  expect(taking.filter(({ module }) => !module || !asking.includes(module))).toEqual([]);
});

test('CMP-18 ARC-10 what empties persons, their keys and their files has one way, which asks whether they are held', () => {
  const one = 'modules/privacy/server/erasing.ts';
  expect(holding(/\beraseRows\(/)).toEqual([one, 'platform/personal/of-one.ts']);
  expect(holding(/\bforgetSubject\(/)).toEqual([one, 'platform/audit/subject-keys.ts']);
  expect(holding(/\bremoveBytes\(/)).toEqual([one]);
  // Bytes that no row speaks of: those of an upload that broke off, and what an erasure let go.
  expect(holding(/\.takeAway\(/)).toEqual([
    'modules/files/server/orphans.ts',
    'modules/files/server/removing.ts',
  ]);
  expect(readFileSync(one, 'utf8')).toMatch(/heldOn\(work, 'customer'/);
});

test('D-12 CMP-18 the function that empties ledgers asks in the database', async () => {
  await testServer();
  const owner = new pg.Client(inject('databases').owner as pg.ClientConfig);
  await owner.connect();
  const { rows } = await owner.query(
    `select pg_get_functiondef('erase_ledger_words(uuid, boolean)'::regprocedure) as text`,
  );
  await owner.end();
  expect(rows[0].text).toContain('customer_is_held(erased)');
});
