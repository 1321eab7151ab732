import { describe, expect } from 'vitest';
import { TestShop, test } from '#test/shop.ts';
import { importRoutes } from '../contract.ts';
import { allRows, bring, oldList, oldListKey, upload, workbookOf } from './lists-for-tests.ts';
import { lockBatch } from './queries.ts';

const heading = ['姓名', '手机', '车牌号', '车架号', '上次进厂', '里程', '保养项目'];

describe('the dry run', () => {
  test('ARC-09 the given list ends with exactly the verdicts of its key', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const batch = await bring(owner, await oldList());
    expect(batch).toMatchObject({ state: 'judged', fault: null, headerRow: 3 });
    const rows = await allRows(owner, batch.id);
    expect(new Map(rows.map(({ rowNo, verdict }) => [rowNo, verdict]))).toEqual(await oldListKey());
    expect(batch.counts).toMatchObject({ rows: 1200 });
    const { ready, held, question, skipped } = batch.counts;
    expect(ready + held + question + skipped).toBe(1200);
  });

  test('ARC-09 a held row says why and what to do; both records stand side by side', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const batch = await bring(owner, await oldList());
    const [held] = await allRows(owner, batch.id, { status: 'held' });
    expect(held!.reasons[0]).toMatchObject({ kind: 'fault', code: held!.verdict });
    expect(held!.reasons[0]!.advice).not.toBe('');
    const [question] = await allRows(owner, batch.id, { status: 'question' });
    expect(question!.other).toMatchObject({ kind: 'row' });
    expect(question!.other!.values.customerName).toBeTruthy();
    expect(question!.decisions.length).toBeGreaterThan(1);
  });

  test('ARC-09 a column given another field judges the rows anew', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const list = [
      ['甲', '乙', '丙'],
      ['王芳', '13912345678', '京A12345'],
      ['李强', '13912345679', '京A12346'],
    ];
    const batch = await bring(owner, await workbookOf(list));
    expect(batch.counts).toMatchObject({ rows: 3, ready: 0 });
    const params = { importId: batch.id };
    const body = { headerRow: 1, mapping: { customerName: 0, phone: 1, plate: 2 } };
    const change = importRoutes.change;
    await owner.call(change, { params, body }, { version: batch.version });
    await shop.settle();
    const after = await owner.call(importRoutes.read, { params });
    expect(after.counts).toMatchObject({ rows: 2, ready: 2 });
    expect(after.columns[0]).toMatchObject({ field: 'customerName', by: 'person', label: '甲' });
    const twice = { mapping: { customerName: 0, phone: 0 } };
    await expect(
      owner.call(change, { params, body: twice }, { version: after.version }),
    ).rejects.toMatchObject({ status: 422, code: 'column_twice' });
  });

  test.for([
    ['a text that is none', '<html><body>表格</body></html>', 422],
    ['a workbook of Excel 97', container(), 'file_old_xls'],
    ['a zip that is no workbook', Buffer.from('PK\x03\x04 and then nothing'), 'file_broken'],
  ] as const)('D-52 %s is refused with what to do', async ([, content, expected], { shop }) => {
    const owner = await shop.employee('owner');
    if (expected === 422) {
      const headers = { 'content-type': 'application/octet-stream' };
      const reply = await owner.raw('POST', '/files', Buffer.from(content), headers);
      return expect(reply.statusCode).toBe(422);
    }
    const batch = await bring(owner, Buffer.from(content));
    expect(batch).toMatchObject({ state: 'failed', fault: expected });
    expect(batch.steps.find(({ step }) => step === 'run')).toMatchObject({ allowed: false });
  });

  test('G-22 a text that no database can hold does not stop a list: what can be kept is kept', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    // Behind the beginning, by which a text is told from other files.
    const before = '李强,13912345679\n'.repeat(300);
    const list = `姓名,手机\n${before}王\u0000芳,13912345678\n`;
    const batch = await bring(owner, list);
    expect(batch).toMatchObject({ state: 'judged', fault: null, counts: { rows: 301 } });
    const rows = await allRows(owner, batch.id);
    expect(rows.at(-1)!.cells).toMatchObject({ customerName: '王芳' });
  });

  test('ARC-09 a damaged workbook fails as a whole and leaves no rows', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const list = await oldList();
    const batch = await bring(owner, list.subarray(0, list.length / 2));
    expect(batch).toMatchObject({ state: 'failed', fault: 'file_broken' });
    expect(await allRows(owner, batch.id)).toEqual([]);
  });
});

describe('a person decides', () => {
  test('ARC-09 a held row mended in place is accepted, and what it touches is judged again', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const list = [
      heading,
      ['王芳', '1391234567', '京A12345', '', '2026-05-01', '1000', '小保养'],
      ['王芳', '13912345678', '京A12345', '', '2026-06-01', '2000', '大保养'],
    ];
    const batch = await bring(owner, await workbookOf(list));
    const [first, second] = await allRows(owner, batch.id);
    expect(first).toMatchObject({ status: 'held', verdict: 'phone_invalid' });
    expect(second).toMatchObject({ status: 'question', verdict: 'duplicate_row:2' });
    const mended = await owner.call(
      importRoutes.mendRow,
      {
        params: { importId: batch.id, rowNo: 2 },
        body: { fields: { phone: '139 1234 5670', plate: '京A54321' } },
      },
      { version: first!.version },
    );
    expect(mended).toMatchObject({ status: 'ready', fixed: ['phone', 'plate'] });
    const after = await owner.call(importRoutes.listRows, { params: { importId: batch.id } });
    expect(after.items[1]).toMatchObject({ status: 'ready', verdict: 'ok', other: null });
    const { counts } = await owner.call(importRoutes.read, { params: { importId: batch.id } });
    expect(counts).toMatchObject({ ready: 2, held: 0, question: 0 });
  });

  test('ARC-09 a decision that does not apply, and an older version, are refused', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const batch = await bring(owner, await workbookOf([heading, ['王芳', '13912345678']]));
    const params = { importId: batch.id, rowNo: 2 };
    const mend = (body: object, version: number) =>
      owner.call(importRoutes.mendRow, { params, body }, { version });
    await expect(mend({ decision: 'changeOwner' }, 1)).rejects.toMatchObject({
      status: 422,
      code: 'decision_not_possible',
    });
    const skipped = await mend({ decision: 'skip' }, 1);
    expect(skipped).toMatchObject({ status: 'skipped', decision: 'skip' });
    await expect(mend({ decision: null }, 1)).rejects.toMatchObject({ status: 412 });
    expect(await mend({ decision: null }, skipped.version)).toMatchObject({ status: 'ready' });
  });

  test('G-20 a step on a list that is being worked on is told so, not that the server is busy', async ({
    shop,
  }) => {
    const owner = await shop.employee('owner');
    const batch = await bring(owner, await workbookOf([heading, ['王芳', '13912345678']]));
    const discard = () => owner.call(importRoutes.discard, { params: { importId: batch.id } });
    await shop.write(async (work) => {
      await lockBatch(work, batch.id);
      await expect(discard()).rejects.toMatchObject({ status: 409, code: 'import_at_work' });
    });
    expect(await discard()).toMatchObject({ state: 'discarded' });
  });

  test('ARC-09 the rows held back go out as a workbook and come back mended', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const list = [
      heading,
      ['王芳', '1391234567', '京A12345', '', '2026-05-01', '1000', '小保养'],
      ['李强', '13912345679', '京A12346', '', '2026-06-01', '2000', '大保养'],
    ];
    const batch = await bring(owner, await workbookOf(list));
    const path = `/imports/${batch.id}/returned.xlsx`;
    const reply = await owner.raw('GET', path);
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-disposition']).toContain('attachment');
    const returned = await bring(owner, reply.rawPayload);
    const [row] = await allRows(owner, returned.id);
    expect(row!.cells).toMatchObject({ customerName: '王芳', phone: '1391234567' });
    const mended = [
      [...heading, '行号', '结论', '原因', '建议'],
      ['王芳', '13912345678', '京A12345', '', '2026-05-01', '1000', '小保养', '2', '', '', ''],
      ['赵敏', '13912345670', '京A12347', '', '2026-05-02', '', '', '', '', '', ''],
    ];
    const fileId = await upload(owner, await workbookOf(mended));
    const params = { importId: batch.id };
    await owner.call(importRoutes.takeBack, { params, body: { fileId } });
    await shop.settle();
    const after = await owner.call(importRoutes.read, { params });
    expect(after).toMatchObject({ state: 'judged', fault: null });
    expect(after.counts).toMatchObject({ rows: 3, ready: 3, held: 0 });
    const other = await upload(owner, await workbookOf([['姓名'], ['钱进']]));
    await owner.call(importRoutes.takeBack, { params, body: { fileId: other } });
    await shop.settle();
    expect(await owner.call(importRoutes.read, { params })).toMatchObject({
      state: 'judged',
      fault: 'returned_other_list',
    });
  });
});

describe('who may', () => {
  test('ORG-04 an advisor may not import; a stranger finds nothing', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const batch = await bring(owner, await workbookOf([heading, ['王芳', '13912345678']]));
    const params = { importId: batch.id };
    const advisor = await shop.employee('advisor');
    await expect(advisor.call(importRoutes.read, { params })).rejects.toMatchObject({
      status: 403,
    });
    const stranger = await (await TestShop.open()).employee('owner');
    for (const route of [importRoutes.read, importRoutes.run, importRoutes.listRows]) {
      await expect(stranger.call(route as never, { params } as never)).rejects.toMatchObject({
        status: 404,
      });
    }
    const [first] = await allRows(owner, batch.id);
    const mend = stranger.call(
      importRoutes.mendRow,
      { params: { ...params, rowNo: first!.rowNo }, body: { decision: 'skip' } },
      { version: 1 },
    );
    await expect(mend).rejects.toMatchObject({ status: 404 });
  });

  test('D-31 a list and its rows take two statements', async ({ shop }) => {
    const owner = await shop.employee('owner');
    const { id } = await bring(owner, await workbookOf([heading, ['王芳', '13912345678']]));
    for (const path of ['/imports', `/imports/${id}`, `/imports/${id}/rows`]) {
      const sql = (await owner.raw('GET', path)).headers['server-timing'] as string;
      expect(Number(/desc="(\d+)"/.exec(sql)![1]), path).toBeLessThanOrEqual(2);
    }
  });
});

/** An MS-CFB container with the directory of an old workbook. */
function container(): Buffer {
  const bytes = Buffer.alloc(1024);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.write('Workbook', 512, 'utf16le');
  return bytes;
}
