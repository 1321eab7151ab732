import { expect, test } from 'vitest';
import type { FormFrame } from '#platform/print/form.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { sampleDelivery } from './delivery.sample.ts';
import { type PrintedDelivery, printDelivery } from './delivery.ts';

const frame: FormFrame = {
  shop: { name: '景明汽车服务（珠海香洲店）' },
  recordUrl: 'https://jm.example.cn/r/d/7K3M9Q',
  printedAt: new Date('2026-11-20T08:55:00Z'),
  printedBy: '林晓岚',
};
const read = async (changes: Partial<PrintedDelivery> = {}, locale?: 'zh-CN' | 'en') => {
  const sheet = { ...(await sampleDelivery()), ...changes };
  return readPdf((await printDelivery({ ...frame, locale }, sheet)).pdf);
};

test('WSH-08 the delivery sheet stands on one page with certificate, differences and precautions', async () => {
  const { pages, qr } = await read();
  expect(pages).toHaveLength(1);
  for (const said of [
    '交车单',
    'HG20261120-0009',
    '30 天或 5,000 km',
    '本店免费抛光',
    '螺栓扭矩',
  ]) {
    expect(pages[0]).toContain(compact(said));
  }
  expect(qr).toBe(frame.recordUrl);
});

test('WSH-08 unsigned it says so', async () => {
  const { pages } = await read({ signature: undefined, signedAt: undefined });
  expect(pages[0]).toContain(compact('未签字：打印时尚未交车'));
});

test('the English sheet speaks English and keeps what was written', async () => {
  const { pages } = await read({}, 'en');
  expect(pages[0]).toContain(compact('Delivery sheet'));
  expect(pages[0]).toContain(compact('右后门新划痕'));
});
