import { linkPurposes } from '#modules/links/contract.ts';
import { routeTable } from '#platform/http.ts';
import { statement } from '#platform/sql.ts';
import type { Route } from '#shared/route.ts';
import type { TestShop } from '#test/tenant.ts';
import { idFieldsOf } from './id-fields.ts';
import type { Principal } from './principals.ts';
import type { Branch, World } from './world.ts';

const linkAccess = /^link:(\w+)$/;

/** For what a route's visitors come by a link; throws for a purpose that nobody could come for. */
export function purposeFor({ id, access }: Route): string | undefined {
  const purpose = linkAccess.exec(access)?.[1];
  if (purpose === undefined) return undefined;
  if ((linkPurposes as readonly string[]).includes(purpose)) return purpose;
  throw new Error(`${id}: there are no links for ${purpose}`);
}

/** For every purpose that a route knows: who holds a link, to this record and to others', and whose link is over. */
export async function linkPrincipals({ home, foreign }: World): Promise<Principal[]> {
  const found = new Map<string, Route>();
  for (const route of routeTable()) {
    const purpose = purposeFor(route);
    if (purpose !== undefined && !found.has(purpose)) found.set(purpose, route);
  }
  const all: Principal[] = [];
  for (const [purpose, route] of found) {
    const comes = (branch: Branch, name: string) => comingBy(branch, route, { purpose, name });
    const proved = await comes(home.branches[0], 'proved');
    const withdrawn = await comes(home.branches[0], 'withdrawn');
    const over = await comes(home.branches[0], 'over');
    const shop = home.branches[0].shop;
    const past = new Date(shop.now.getTime() - 3_600_000);
    await shop.write(async (work) => {
      await work.update('linkVisits', { id: proved.visitId }, { provedAt: work.now });
      await work.update('links', { id: withdrawn.linkId }, { revokedAt: work.now });
      await work.update('linkVisits', { id: over.visitId }, { expiresAt: past });
    });
    const { principal } = await comes(home.branches[0], 'just come');
    const altered = { cookie: String(principal.headers.cookie).replace(/.{8}$/, 'AAAAAAAA') };
    all.push(
      principal,
      proved.principal,
      { ...withdrawn.principal, link: { ...withdrawn.principal.link!, isWithdrawn: true } },
      { ...over.principal, isShutOut: true },
      {
        ...principal,
        name: `${principal.name}, another secret`,
        headers: altered,
        isShutOut: true,
      },
      (await comes(home.branches[1], 'of the sister shop')).principal,
      (await comes(foreign.branches[0], 'of a stranger')).principal,
    );
  }
  return all;
}

/** Makes a link as its shop does, and comes by it as its customer does. */
async function comingBy(
  { shop }: Branch,
  held: Route,
  { purpose, name }: { purpose: string; name: string },
) {
  const [field] = idFieldsOf(held);
  const maker = routeTable().find(
    ({ id, about }) => id.endsWith('.makeLink') && about === held.about,
  );
  if (!field || !maker) throw new Error(`${held.id}: nobody makes links to it`);
  const aboutId = await firstOf(shop, field.table);
  const owner = await shop.employee('owner');
  const made = (await owner.call(maker, {
    params: { [field.path[0]!]: aboutId },
    body: {},
  } as never)) as { id: string; url: string };
  const token = made.url.split('#')[1];
  const reply = await shop.http.inject({
    method: 'POST',
    url: '/api/v1/link-visits',
    payload: { token },
  });
  const cookie = String(reply.headers['set-cookie']).split(';')[0]!;
  const [, visit] = /\.([0-9a-f]{32})\./.exec(cookie) ?? [];
  const visitId = visit!.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const principal: Principal = {
    name: `one by a link for ${purpose}, ${name}`,
    headers: { cookie },
    isShutOut: false,
    tenantId: shop.tenantId,
    permissions: new Set(),
    scopes: [shop.unitPath],
    homePath: shop.unitPath,
    hasProved: true,
    link: { purpose, aboutId, isWithdrawn: false },
  };
  return { principal, visitId, linkId: made.id };
}

/** Where links are not made to every row of a table. */
const linked: Readonly<Record<string, string>> = {
  campaign_contacts: `exists (select from campaigns c where c.tenant_id = x.tenant_id and c.id = x.campaign_id
    and c.kind = 'event' and c.state in ('approved', 'running'))`,
};

async function firstOf(shop: TestShop, table: string): Promise<string> {
  const first = statement<{ id: string }, { orgPath: string }>(
    `matrix.first.${table}`,
    `select x.id from ${table} x where x.tenant_id = :tenant and x.org_path = :orgPath
        and ${linked[table] ?? 'true'} order by x.id limit 1`,
  );
  return (await shop.reading.first(first, { orgPath: shop.unitPath }))!.id;
}
