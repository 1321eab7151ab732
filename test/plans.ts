import pg from 'pg';
import { inject } from 'vitest';
import { newId } from '#platform/ids.ts';
import { allStatements, valuesOf } from '#platform/sql.ts';

/** A step of a plan as `explain (analyze, format json)` tells it. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const literalOf = (value: unknown): string =>
  Array.isArray(value) ? `{${value.map((one) => `"${one}"`).join(',')}}` : String(value);

/** How PostgreSQL plans a prepared statement: for these values, or once for all that come. */
export type PlanMode = 'force_generic_plan' | 'force_custom_plan';

/**
 * A large house in a database of its own, to look at the plans of the product's statements: nobody else fills its tables
 * or draws their samples, so that a plan is the same whatever runs beside it.
 */
export class PlanHouse {
  readonly tenantId = newId(new Date());
  private readonly name = `plans_${this.tenantId.replaceAll('-', '')}`;
  private readonly owner: pg.Client;
  private readonly app: pg.Client;
  private constructor() {
    const { owner, app } = inject('databases');
    this.owner = new pg.Client({ ...owner, database: this.name });
    this.app = new pg.Client({ ...app, database: this.name });
  }

  /** @param filling statements that fill its tables, `$1` is its tenant; samples are drawn once after all of them */
  static async open(filling: readonly string[]): Promise<PlanHouse> {
    const house = new PlanHouse();
    await onTheSide(`create database ${house.name} template ${inject('databases').template}`);
    await Promise.all([house.owner.connect(), house.app.connect()]);
    const { owner, app, tenantId } = house;
    for (const client of [owner, app]) {
      await client.query(`select set_config('app.tenant_id', $1, false)`, [tenantId]);
    }
    for (const sql of [...founding, ...filling]) await owner.query(sql, [tenantId]);
    await owner.query('vacuum analyze');
    return house;
  }

  /** More rows, and samples drawn anew. */
  async fill(sql: string): Promise<void> {
    await this.owner.query(sql, [this.tenantId]);
    await this.owner.query('analyze');
  }

  /** What the owner of the tables finds in them. */
  async rows(sql: string): Promise<Record<string, unknown>[]> {
    return (await this.owner.query(sql)).rows;
  }

  async close(): Promise<void> {
    await Promise.all([this.owner.end(), this.app.end()]);
    await onTheSide(`drop database ${this.name}`);
  }

  /** All steps of the plan by which a statement of the product ran, in a transaction that is taken back. */
  async planOf(name: string, given: object, mode?: PlanMode): Promise<PlanNode[]> {
    const asked = allStatements().find((each) => each.name === name);
    if (!asked) throw new Error(`no statement is called ${name}`);
    const all = { ...usual, tenant: this.tenantId, ...given };
    const values = valuesOf(asked, all).map((value) =>
      value === null ? 'null' : pg.escapeLiteral(literalOf(value)),
    );
    const told = values.length > 0 ? `(${values.join(', ')})` : '';
    const usualMode = asked.isPlannedOnce ? 'force_generic_plan' : 'force_custom_plan';
    await this.app.query('begin');
    try {
      await this.app.query(`set local plan_cache_mode = ${mode ?? usualMode}`);
      await this.app.query(`prepare looking as ${asked.text}`);
      const { rows } = await this.app.query(
        `explain (analyze, format json) execute looking ${told}`,
      );
      return nodesOf(rows[0]['QUERY PLAN'][0].Plan as PlanNode);
    } finally {
      await this.app.query('rollback');
      await this.app.query('deallocate all');
    }
  }

  /** How many rows of its tables a statement looked at, and the tables that it read from end to end. */
  async lookedAt(name: string, given: object, mode?: PlanMode) {
    const run = (await this.planOf(name, given, mode)).filter(
      (node) => node['Relation Name'] && node['Actual Loops'] > 0,
    );
    const rowsOf = (node: PlanNode) =>
      (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
    const whole = run.filter(
      (node) => node['Node Type'] === 'Seq Scan' && rowsOf(node) >= largeTable,
    );
    return {
      rows: run.reduce((sum, node) => sum + rowsOf(node), 0),
      whole: whole.map((node) => node['Relation Name']),
    };
  }
}

/** Tables with fewer rows are read just as soon from end to end. */
const largeTable = 500;
const usual = { scopes: ['a.'], notShared: [], now: '2026-11-21T00:00:00Z', me: null };

/** The house with one shop, `a.`, of the same id, and one employee. */
const founding = [
  `insert into tenants (id, code, name, created_at) values ($1, 'plans', '甲', now())`,
  `insert into org_units (tenant_id, id, tier, code, name, path, created_at, updated_at)
   values ($1, $1, 'shop', 'a', '甲', 'a.', now(), now())`,
  `insert into employees (tenant_id, id, org_unit_id, org_path, name, created_at, updated_at)
   values ($1, $1, $1, 'a.', '甲', now(), now())`,
];

async function onTheSide(sql: string): Promise<void> {
  const client = new pg.Client(inject('databases').owner as pg.ClientConfig);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
