import { expect, test } from 'vitest';
import { compact, readPdf } from '#test/pdf.ts';
import { sampleArchive, sampleFrame } from './customer-archive.sample.ts';
import { type CustomerArchiveSheet, printCustomerArchive } from './customer-archive.ts';

const readArchive = async (changes: Partial<CustomerArchiveSheet> = {}, locale?: 'en') =>
  readPdf(
    (await printCustomerArchive({ ...sampleFrame, locale }, { ...sampleArchive, ...changes })).pdf,
  );

test.each([
  ['客户姓名', '欧阳思远'],
  ['电话', '138 0013 8000'],
  ['地址', '珠海市香洲区情侣中路 47 号海韵花园 3 栋 1202 室'],
  ['送修/来访日期', '2026-11-20'],
  ['车牌号码', '粤C·6M218'],
  ['车种', '小型轿车'],
  ['车型', '帕萨特 2022 款 330TSI'],
  ['保养项目', '机油、机滤、空滤、空调滤；每两年制动液'],
  ['保养周期', '6 个月或 10,000 km'],
  ['下次保养', '2027-05-20 或 62,300 km'],
  ['希望得到的服务', sampleArchive.wishes ?? ''],
])('ARC-01 the archive carries %s', async (field, value) => {
  expect((await readArchive()).pages[0]).toContain(compact(`${field}${value}`));
});

test('ARC-01 the history with this shop is listed with its orders', async () => {
  const { pages } = await readArchive();
  expect(pages[0]).toContain(compact('2026-09-06 SO-20260906-0008 粤C82K07 131,204'));
});

test('ARC-05 every vehicle of the customer has its own block', async () => {
  const { pages } = await readArchive();
  for (const said of ['车辆1', '车辆2', '车辆3', '粤C·D20366', '粤C·82K07']) {
    expect(pages[0]).toContain(said);
  }
});

test('FUP-13 an empty archive is one sheet to be filled in by hand', async () => {
  const { pages } = await readArchive({ vehicles: [], history: [], wishes: undefined, name: '' });
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('客户档案基本资料表');
  expect(pages[0]).toContain('车架号');
});

test('a history of two hundred visits runs over pages with its head repeated', async () => {
  const [visit] = sampleArchive.history;
  const history = Array.from({ length: 200 }, (_, index) => ({
    ...(visit ?? { date: '2026-11-20' }),
    work: `第${index + 1}次`,
  }));
  const { pages } = await readArchive({ history });
  expect(pages.length).toBeGreaterThan(3);
  expect(history.filter(({ work }) => !pages.join('').includes(work))).toEqual([]);
  expect(pages.at(-1)).toContain('维修保养内容');
});

test('the QR code opens the archive, in English too', async () => {
  const { qr, pages } = await readArchive({}, 'en');
  expect(qr).toBe(sampleFrame.recordUrl);
  expect(pages[0]).toContain('Servicesthecustomerhopesfor');
});
