import { expect } from 'vitest';
import { auditRoutes } from '#modules/audit/contract.ts';
import { commitmentRoutes } from '#modules/commitments/contract.ts';
import { organisationRoutes } from '#modules/organisation/contract.ts';
import { test } from '#test/shop.ts';
import { sisterShops } from '#test/sisters.ts';
import { staffingRoutes as routes } from '../contract.ts';

const paper = {
  name: '机动车维修技术人员从业资格证',
  number: 'SZ-2024-0417',
  issuer: '深圳市交通运输局',
  issuedOn: '2024-01-10',
  expiresOn: '2027-01-10',
  fileId: null,
};
const next = { number: 'SZ-2027-0099', issuer: paper.issuer, issuedOn: '2027-01-05', fileId: null };

test('ORG-05 a renewed certificate stays as history with its paper; its promise is kept, the new one begins', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const technician = await shop.employee('technician');
  const whose = { employeeId: technician.id };
  const former = await owner.call(routes.addCertificate, { params: whose, body: paper });
  const params = { certificateId: former.id };
  const renew = (expiresOn: string | null) =>
    owner.call(routes.renewCertificate, { params, body: { ...next, expiresOn } });
  await expect(renew('2027-01-10')).rejects.toMatchObject({ code: 'renewal_no_longer' });
  const renewed = await renew('2033-01-10');
  expect(renewed).toMatchObject({ name: paper.name, number: 'SZ-2027-0099', renewalId: null });
  await expect(renew('2034-01-10')).rejects.toMatchObject({
    status: 409,
    code: 'certificate_renewed',
  });
  const { certificates } = await owner.call(routes.person, { params: whose });
  expect(certificates.map(({ number, renewalId }) => [number, renewalId])).toEqual([
    ['SZ-2027-0099', null],
    ['SZ-2024-0417', renewed.id],
  ]);
  const list = await owner.call(routes.listCertificates, {});
  expect(list.items.map(({ id }) => id)).toEqual([renewed.id]);
  const { items } = await owner.call(commitmentRoutes.list, {});
  expect(items.map(({ rule, aboutId }) => [rule, aboutId])).toEqual([
    ['staffing.renewCertificate', renewed.id],
  ]);
});

test('ORG-04 the qualities of a post are the house’s own; each stands once', async ({ shop }) => {
  const owner = await shop.employee('owner');
  const { items } = await owner.call(routes.listPosts, {});
  const agent = items.find(({ key }) => key === 'customerAgent')!;
  const { duties, qualifications, qualities } = agent;
  const change = (more: typeof qualities) =>
    owner.call(
      routes.changePost,
      { params: { postKey: agent.key }, body: { duties, qualifications, qualities: more } },
      { version: agent.version },
    );
  await expect(change([...qualities, qualities[0]!])).rejects.toMatchObject({
    status: 422,
    code: 'qualities_twice',
  });
  const own = { key: 'own-1', name: '方言', meaning: '听得懂本地话' };
  const { qualities: now } = await change([...qualities, own]);
  expect(now.map(({ name }) => name)).toEqual([
    '心理素质',
    '品德素质',
    '技术素质',
    '综合素质',
    '方言',
  ]);
});

test('ORG-05 a certificate says of which kind its paper is, so that the screen opens it in the page', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const params = { employeeId: (await shop.employee('technician')).id };
  const stored = await owner.raw('POST', '/files?name=a.pdf', Buffer.from('%PDF-1.7\n%%EOF\n'), {
    'content-type': 'application/octet-stream',
  });
  const { id: fileId } = stored.json() as { id: string };
  const added = await owner.call(routes.addCertificate, { params, body: { ...paper, fileId } });
  expect(added).toMatchObject({ fileId, fileType: 'application/pdf' });
  const which = { params: { certificateId: added.id }, body: { ...paper, fileId: null } };
  const changed = await owner.call(routes.changeCertificate, which, { version: added.version });
  expect(changed).toMatchObject({ fileId: null, fileType: '' });
  expect(changed.version).toBe(added.version + 1);
});

test('ORG-05 the standard names each class and post once; who may not set it is told so beforehand', async ({
  shop,
}) => {
  const [here] = await sisterShops(shop);
  const owner = await shop.employee('owner');
  const wanted = { postKey: 'technician' as const, count: 2, isDedicated: false };
  const standard = [{ shopClass: 'A' as const, posts: [wanted, wanted] }];
  const set = owner.call(routes.changeStandard, { body: { standard } }, { version: 0 });
  await expect(set).rejects.toMatchObject({ status: 422, code: 'standard_twice' });
  expect((await owner.call(routes.standing, {})).mayChange).toBe(true);
  const manager = await here.employee('owner');
  expect((await manager.call(routes.standing, {})).mayChange).toBe(false);
});

test('ORG-05 what the standard and a shop’s class were before is on record', async ({ shop }) => {
  const owner = await shop.employee('owner');
  const { standard } = await owner.call(routes.standing, {});
  const posts = [
    { postKey: 'technician' as const, count: 4, isDedicated: false },
    { postKey: 'cashier' as const, count: 1, isDedicated: true },
  ];
  const others = standard.filter(({ shopClass }) => shopClass !== 'A');
  const put = (count: number, version: number) => {
    const mine = posts.map((one, at) => (at === 0 ? { ...one, count } : one));
    const body = { standard: [{ shopClass: 'A' as const, posts: mine }, ...others] };
    return owner.call(routes.changeStandard, { body }, { version });
  };
  expect(await put(4, 0)).toMatchObject({ version: 1 });
  await put(5, 1);
  const params = { orgUnitId: shop.unitId };
  await owner.call(routes.classify, { params, body: { shopClass: 'B' } });
  await owner.call(routes.classify, { params, body: { shopClass: 'A' } });
  const changesOf = async (event: string) => {
    const { items } = await owner.call(auditRoutes.list, { query: { event } });
    const { changes } = await owner.call(auditRoutes.one, { params: { entryId: items[0]!.id } });
    return changes;
  };
  expect(await changesOf('staffing.standardChanged')).toEqual([
    { field: 'standard.A', from: '维修技师 4，收银员 1 专职', to: '维修技师 5，收银员 1 专职' },
  ]);
  expect(await changesOf('staffing.classified')).toEqual([
    { field: 'shopClass', from: 'B', to: 'A' },
  ]);
});

test('ORG-05 of two who set the standard at once the second is told so, and nothing of the first is lost', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const { standard, version } = await owner.call(routes.standing, {});
  expect(version).toBe(0);
  const [kept] = standard;
  const set = (part: typeof standard, seen?: number) =>
    owner.call(
      routes.changeStandard,
      { body: { standard: part } },
      seen === undefined ? {} : { version: seen },
    );
  await expect(set(standard)).rejects.toMatchObject({ status: 428 });
  const tried = await Promise.allSettled([set([kept!], 0), set([kept!], 0)]);
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const stale = { status: 412, code: 'version_stale' };
  await expect(set([], 0)).rejects.toMatchObject(stale);
  const now = await owner.call(routes.standing, {});
  expect(now).toMatchObject({ version: 1, standard: [kept] });
});

test('ORG-05 many shops come page by page; what is missing is told of all of them', async ({
  shop,
}) => {
  const [east, west] = await sisterShops(shop);
  const owner = await shop.employee('owner');
  for (const { unitId: orgUnitId } of [east, west]) {
    await owner.call(routes.classify, { params: { orgUnitId }, body: { shopClass: 'C' } });
  }
  const first = await owner.call(routes.standing, { query: { limit: 1, count: true } });
  const query = { limit: 1, cursor: first.nextCursor! };
  const second = await owner.call(routes.standing, { query });
  expect(first.items.map(({ orgUnitId }) => orgUnitId)).toEqual([east.unitId]);
  expect(second.items.map(({ orgUnitId }) => orgUnitId)).toEqual([west.unitId]);
  expect(first.total).toBe(2);
  expect(second.nextCursor).toBeNull();
  const missing = [...first.items, ...second.items]
    .flatMap(({ posts }) => posts)
    .reduce((sum, post) => sum + post.missing, 0);
  expect(missing).toBeGreaterThan(0);
  expect(first.inAll).toEqual({ missing, shopsShort: 2, withoutClass: 0, shops: 2 });
});

test('ORG-03 ORG-05 the gaps of one region', async ({ shop }) => {
  const [east, west] = await sisterShops(shop);
  const owner = await shop.employee('owner');
  const { items: units } = await owner.call(organisationRoutes.listUnits, {});
  const put = (orgUnitId: string, region: string) =>
    owner.call(
      organisationRoutes.changeUnit,
      { params: { orgUnitId }, body: { region } },
      { version: units.find(({ id }) => id === orgUnitId)!.version },
    );
  await put(east.unitId, '川渝');
  await put(west.unitId, '西北');
  const all = await owner.call(routes.standing, {});
  expect([...all.regions].sort()).toEqual(['川渝', '西北'].sort());
  const { items } = await owner.call(routes.standing, { query: { region: '川渝' } });
  expect(items.map(({ orgUnitId }) => orgUnitId)).toEqual([east.unitId]);
});
