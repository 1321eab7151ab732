import type { Route } from '#shared/route.ts';
import type { Run } from '../harness.ts';
import { askingOf } from './asking.ts';
import type { Cell } from './cells.ts';
import { changesAtAll } from './changes.ts';
import { expectationOf } from './expectation.ts';
import type { Stage } from './matrix.ts';
import type { Principal } from './principals.ts';

interface Properties {
  properties?: Record<string, unknown>;
}

/**
 * Nobody rises by his own hand: who may keep people or keys, but not everything, gives nobody the owner's role, and
 * touches nobody who may do more than he. @returns how many requests were sent
 */
export async function tryRising(stage: Stage, { fail }: Pick<Run, 'fail'>): Promise<number> {
  let sent = 0;
  const most = Math.max(...stage.principals.map(({ permissions }) => permissions.size));
  const plain = stage.cells.filter(
    ({ place, field, state }) => place === 'own' && !field && !state,
  );
  for (const cell of plain.filter(({ route }) => isOfPower(route))) {
    for (const principal of stage.principals) {
      const mayAsk =
        expectationOf(cell.route, principal, cell.owners, cell.asking.ids) === 'allowed';
      if (!mayAsk || principal.permissions.size === most) continue;
      sent++;
      const isOfRoles = roleFields(cell.route).length > 0;
      for (const choose of isOfRoles ? [cell.choose, forLowly(stage, cell)] : [cell.choose]) {
        const status = await askedFor(stage, { ...cell, choose }, principal);
        const changed = await changesAtAll(stage.rewound, stage.clean);
        await stage.rewound.rewind();
        const who = `${cell.route.id} for more than his own as ${principal.name}`;
        if (status < 400 || status >= 500) fail(`${who}: ${status}, promised a refusal`);
        for (const change of changed) fail(`${who}: changes ${change}`);
      }
    }
  }
  return sent;
}

/** The same request about a colleague who holds no role at all: only what he is given may be too much. */
function forLowly({ holdings, world }: Stage, { choose }: Cell): Cell['choose'] {
  const [{ shop }] = world.home.branches;
  const place = { tenantId: shop.tenantId, path: shop.unitPath };
  const held = new Set(holdings.rowsAt('role_grants', place).map((row) => row.employee_id));
  const lowly = holdings
    .rowsAt('employees', place)
    .find((row) => !held.has(row.id) && row.state === 'active' && row.org_path === place.path);
  return (field) =>
    lowly && field.table === 'employees'
      ? { id: String(lowly.id), version: Number(lowly.version) }
      : choose(field);
}

/** Gives roles, or touches a person who may stand above. */
const isOfPower = (route: Route) =>
  roleFields(route).length > 0 || route.problems.includes('employee_above_own');

const roleFields = ({ body }: Route) =>
  Object.keys((body as Properties).properties ?? {}).filter((name) => /^roleKeys?$/.test(name));

async function askedFor(stage: Stage, cell: Cell, principal: Principal): Promise<number> {
  const extra = Object.fromEntries(
    roleFields(cell.route).map((name) => [name, name === 'roleKey' ? 'owner' : ['owner']]),
  );
  const isKey = 'isSensitive' in ((cell.route.body as Properties).properties ?? {});
  const asking = askingOf(cell.route, cell.choose, {
    extra: { ...extra, ...(isKey && { isSensitive: true }) },
  });
  const { method, url, payload } = asking;
  const headers = { ...asking.headers, ...principal.headers };
  return (await stage.ask({ method, url, headers, payload })).status;
}
