import { expect, test } from 'vitest';
import type { FormFrame } from '#platform/print/form.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { sampleCheckIn } from './check-in.sample.ts';
import { type CheckInSheet, printCheckIn } from './check-in.ts';

const frame: FormFrame = {
  shop: { name: '景明汽车服务（珠海香洲店）' },
  recordUrl: 'https://jm.example.cn/r/j/7K3M9Q',
  printedAt: new Date('2026-11-20T08:42:00Z'),
  printedBy: '林晓岚',
};
const read = async (changes: Partial<CheckInSheet> = {}, locale?: 'zh-CN' | 'en') => {
  const sheet = { ...(await sampleCheckIn()), ...changes };
  return readPdf((await printCheckIn({ ...frame, locale }, sheet)).pdf);
};

test('WSH-04 both papers come twice: the customer’s copy and the shop’s', async () => {
  const { pages, qr } = await read();
  expect(pages.map((page) => /客户联|存根联/.exec(page)?.[0])).toEqual([
    '客户联',
    '客户联',
    '存根联',
    '存根联',
  ]);
  for (const said of ['报修单', '欧阳思远', '六万公里保养；检查前部异响', '右侧凹陷']) {
    expect(pages[0]).toContain(compact(said));
  }
  expect(pages[1]).toContain(compact('1备胎1旧'));
  expect(qr).toBe(frame.recordUrl);
});

test('WSH-04 without accessories there is no list; a correction stands on the paper', async () => {
  const { pages } = await read({ accessories: [] });
  expect(pages).toHaveLength(2);
  expect(pages[0]).toContain(compact('划痕在左后门（记错了门）'));
});

test('WSH-03 the paper says that no damage was seen, and that nobody has signed yet', async () => {
  const unsigned = { marks: [], lamps: [], accessories: [], signature: undefined };
  const { pages } = await read(unsigned);
  expect(pages[0]).toContain(compact('绕车一周，外观未见损伤。'));
  expect(pages[0]).toContain(compact('未签字：打印时尚在填写'));
});

test('the English paper speaks English and keeps what the customer said', async () => {
  const { pages } = await read({}, 'en');
  expect(pages[0]).toContain(compact('Repair request'));
  expect(pages[0]).toContain(compact('顺便做六万公里保养。'));
});
