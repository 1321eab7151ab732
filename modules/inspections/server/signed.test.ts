import pg from 'pg';
import { expect, inject } from 'vitest';
import { compact, readPdf } from '#test/pdf.ts';
import { test } from '#test/shop.ts';
import { Sheet } from './inspections.fixture.ts';

test('WSH-09 what is signed changes no more: by no route, and not in the database', async ({
  shop,
}) => {
  const sheet = await Sheet.atIntake(shop);
  const [first] = sheet.items;
  const question = await sheet.ask(first!.key);
  await sheet.answer(question);
  await sheet.photograph(first!.key);
  await sheet.fill();
  await sheet.finish();
  const refused = { status: 409, code: 'inspection_signed' };
  await expect(sheet.save({ note: '补记' })).rejects.toMatchObject(refused);
  await expect(sheet.photograph(first!.key)).rejects.toMatchObject(refused);
  await expect(sheet.ask(first!.key)).rejects.toMatchObject(refused);
  const client = new pg.Client(inject('databases').app as pg.ClientConfig);
  await client.connect();
  try {
    await client.query(`select set_config('app.tenant_id', $1, false)`, [shop.tenantId]);
    for (const text of [
      `update inspection_sheets set answers = '{}' where id = $1`,
      'delete from inspection_sheets where id = $1',
      'update inspection_photos set taken_at = now() where inspection_sheet_id = $1',
      'delete from inspection_photos where inspection_sheet_id = $1',
      `update inspection_questions set question = '?' where inspection_sheet_id = $1`,
      'delete from inspection_questions where inspection_sheet_id = $1',
    ]) {
      const { rowCount } = await client.query(text, [sheet.record.id]);
      expect([text, rowCount]).toEqual([text, 0]);
    }
  } finally {
    await client.end();
  }
});

test('WSH-03 WSH-08 the sheet is printed as it was signed', async ({ shop }) => {
  const sheet = await Sheet.atFinal(shop);
  await sheet.fill();
  await sheet.finish();
  const path = `/inspection-sheets/${sheet.record.id}/sheet.pdf`;
  const { pages } = await readPdf((await sheet.by.raw('GET', path)).rawPayload);
  for (const said of ['出厂检验单', '更换右前下摆臂', '合格，准予出厂', sheet.by.name]) {
    expect(pages[0]).toContain(compact(said));
  }
});
