import pg from 'pg';
import { expect, inject } from 'vitest';
import { test } from '#test/shop.ts';
import { inspectionRoutes, templateRoutes as routes } from '../contract.ts';
import { aTemplate, publishTemplate, Sheet } from './inspections.fixture.ts';

const pads = aTemplate.sections[0]!.items[0]!;

test('WSH-03 what comes with the program is the first edition of each, with its source and without limits', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const { items } = await owner.call(routes.list, {});
  const secondary = items.find(({ kind, grade }) => kind === 'final' && grade === 'secondary');
  expect(secondary).toMatchObject({ id: null, edition: 1, standing: 'current' });
  expect(secondary?.source).toContain('机动车维修管理规定 第三十一条');
  const limits = items.flatMap(({ sections }) =>
    sections.flatMap((section) => section.items.flatMap(({ low, high }) => [low, high])),
  );
  expect(new Set(limits)).toEqual(new Set([null]));
});

test('WSH-03 a published edition changes no more; the next one replaces it, and old sheets stay as they were asked', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const first = await publishTemplate(owner);
  expect(first).toMatchObject({ edition: 2, standing: 'current', publishedByName: owner.name });
  const sheet = await Sheet.atIntake(shop);
  const params = { inspectionTemplateId: first.id! };
  const version = first.version!;
  const change = owner.call(routes.change, { params, body: { name: '改名' } }, { version });
  await expect(change).rejects.toMatchObject({ code: 'inspection_template_published' });
  const stricter = [{ title: '制动', items: [{ ...pads, low: 5 }] }];
  const second = await publishTemplate(owner, { sections: stricter });
  expect(second.edition).toBe(3);
  const { items } = await owner.call(routes.list, {});
  expect(items.find(({ id }) => id === first.id)?.standing).toBe('replaced');
  const { inspectionSheetId } = sheet.params;
  const kept = await sheet.by.call(inspectionRoutes.read, { params: { inspectionSheetId } });
  expect(kept.template).toMatchObject({ name: aTemplate.name, edition: 2 });
  expect(kept.sections[0]?.items[0]?.low).toBe(4);
});

test('WSH-03 not even the database changes a published edition', async ({ shop }) => {
  const { id } = await publishTemplate(await shop.employee('owner'));
  const client = new pg.Client(inject('databases').app as pg.ClientConfig);
  await client.connect();
  try {
    await client.query(`select set_config('app.tenant_id', $1, false)`, [shop.tenantId]);
    const changed = await client.query(
      `update inspection_templates set name = '改名' where id = $1`,
      [id],
    );
    const removed = await client.query('delete from inspection_templates where id = $1', [id]);
    expect([changed.rowCount, removed.rowCount]).toEqual([0, 0]);
  } finally {
    await client.end();
  }
});

test('WSH-03 a draft is written on until it is published; there is one of each at a time', async ({
  shop,
}) => {
  const owner = await shop.employee('owner');
  const draft = await owner.call(routes.draft, { body: aTemplate });
  const params = { inspectionTemplateId: draft.id! };
  const sections = [{ title: '制动', items: [pads, pads] }];
  const change = (body: { name?: string; sections?: typeof sections }) =>
    owner.call(routes.change, { params, body }, { version: draft.version! });
  await expect(change({ sections })).rejects.toMatchObject({ code: 'inspection_key_twice' });
  const crossed = [{ title: '制动', items: [{ ...pads, low: 5, high: 4 }] }];
  await expect(change({ sections: crossed })).rejects.toMatchObject({
    code: 'inspection_limits_crossed',
  });
  const changed = await change({ name: '小修进厂' });
  expect(changed).toMatchObject({ name: '小修进厂', standing: 'draft' });
  await expect(owner.call(routes.draft, { body: aTemplate })).rejects.toMatchObject({
    code: 'inspection_draft_begun',
  });
});

test('WSH-03 what a shop inspects is for the house to say', async ({ shop }) => {
  const advisor = await shop.employee('advisor');
  await expect(advisor.call(routes.draft, { body: aTemplate })).rejects.toMatchObject({
    status: 403,
  });
});
