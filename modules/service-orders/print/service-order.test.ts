import { expect, test } from 'vitest';
import { compact, readPdf } from '#test/pdf.ts';
import { sampleFrame, sampleOrder } from './service-order.sample.ts';
import { printServiceOrder, type ServiceOrderSheet } from './service-order.ts';
import { serviceOrderPrintWords } from './words.ts';

const readOrder = async (changes: Partial<ServiceOrderSheet> = {}, locale?: 'zh-CN' | 'en') => {
  const { pdf } = await printServiceOrder(
    { ...sampleFrame, locale },
    { ...sampleOrder, ...changes },
  );
  return readPdf(pdf);
};

const emptyOrder: ServiceOrderSheet = {
  orderNumber: 'SO-1',
  customer: { name: '' },
  vehicle: {},
  findings: [],
  jobLines: [],
  additionalItems: [],
  parts: [],
  qualityChecks: [],
};

test('WSH-04 the paper carries who brought which vehicle, and the request in the customer’s words', async () => {
  const { pages } = await readOrder();
  for (const said of [
    '任务委托书',
    '欧阳思远',
    '周立',
    '粤C·6M218',
    'LSVAU218XN2183294',
    '52,310 km',
  ]) {
    expect(pages[0]).toContain(compact(said));
  }
  expect(pages[0]).toContain(compact(sampleOrder.request ?? ''));
});

test('WSH-05 an additional item carries the customer’s answer, by whom, how and when', async () => {
  const { pages } = await readOrder();
  expect(pages[0]).toContain(compact('同意 欧阳思远 电话录音 2026-11-20 11:26'));
  expect(pages[0]).toContain(compact('不同意 欧阳思远 电话录音'));
});

test('WSH-08 each of the three checks stands with inspector and time', async () => {
  const { pages } = await readOrder();
  expect(pages[0]).toContain(compact('自检 陈国栋 2026-11-20 15:20'));
  expect(pages[0]).toContain(compact('班组检验 梁伟'));
  expect(pages[0]).toContain(compact('出厂检验 黄启明 2026-11-20 16:02'));
});

test('JT/T 1133 labour and parts stand apart, the settlement in figures and in capitals', async () => {
  const text = (await readOrder()).pages.join('');
  expect(text).toContain('工时费846.00');
  expect(text).toContain('材料费1,744.00');
  expect(text).toContain('结算金额2,490.00大写人民币贰仟肆佰玖拾元整');
  expect(text).toContain('竣工出厂之日起5,000公里或30日，先到者为准');
});

test('JT/T 816 the paper says how overruns are handled, and both sides sign', async () => {
  const text = (await readOrder()).pages.join('');
  for (const term of serviceOrderPrintWords['zh-CN'].termLines) {
    expect(text).toContain(compact(term));
  }
  expect(text).toContain('托修方签字');
  expect(text).toContain('提车验收签字');
});

test('sixty jobs run over pages, the table’s head and the running head repeated', async () => {
  const [job] = sampleOrder.jobLines;
  const jobLines = Array.from({ length: 60 }, (_, index) => ({
    ...(job ?? { payer: 'customer' as const }),
    work: `更换第${index + 1}号件`,
  }));
  const { pages } = await readOrder({ jobLines });
  expect(pages.length).toBeGreaterThan(2);
  const text = pages.join('');
  expect(jobLines.filter((line) => !text.includes(line.work))).toEqual([]);
  expect(pages[1]).toContain('序号项目工时工时费材料费小计付费方客户确认');
  expect(pages[1]).toContain('SO-20261120-0017');
  expect(pages[1]).toContain(`第2页/共${pages.length}页`);
});

test('an empty order is one sheet to be filled in by hand', async () => {
  const { pdf } = await printServiceOrder(sampleFrame, emptyOrder);
  const { pages } = await readPdf(pdf);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('提车验收签字');
});

test('the QR code opens the order', async () => {
  expect((await readOrder()).qr).toBe(sampleFrame.recordUrl);
});

test('the English paper speaks English and keeps what the customer said', async () => {
  const { pages } = await readOrder({}, 'en');
  expect(pages[0]).toContain('Repairrequest');
  expect(pages[0]).toContain(compact(sampleOrder.request ?? ''));
  expect(pages.join('')).not.toContain('维修增项');
});
