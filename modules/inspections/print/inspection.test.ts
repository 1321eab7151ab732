import { expect, test } from 'vitest';
import type { FormFrame } from '#platform/print/form.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { sampleInspection } from './inspection.sample.ts';
import { type PrintedInspection, printInspection } from './inspection.ts';

const frame: FormFrame = {
  shop: { name: '景明汽车服务（珠海香洲店）' },
  recordUrl: 'https://jm.example.cn/r/i/7K3M9Q',
  printedAt: new Date('2026-11-20T08:42:00Z'),
  printedBy: '林晓岚',
};
const read = async (changes: Partial<PrintedInspection> = {}, locale?: 'zh-CN' | 'en') =>
  readPdf((await printInspection({ ...frame, locale }, { ...sampleInspection, ...changes })).pdf);

test('WSH-08 the final sheet says every item with its reading, its limit and the verdict', async () => {
  const { pages, qr } = await read();
  expect(pages).toHaveLength(1);
  for (const said of [
    '出厂检验单',
    '更换右前下摆臂',
    '9.5 mm',
    '≥ 4',
    '合格，准予出厂',
    '避免急刹',
    '第 3 版',
  ]) {
    expect(pages[0]).toContain(compact(said));
  }
  expect(qr).toBe(frame.recordUrl);
});

test('WSH-03 the intake sheet has the customer’s words and the questions; unsigned it says so', async () => {
  const open = { kind: 'intake' as const, passed: null, signedAt: undefined };
  const { pages } = await read(open);
  for (const said of ['进厂检验单', '咯噔', '只在冷车', '未签字：打印时尚在检验']) {
    expect(pages[0]).toContain(compact(said));
  }
});

test('the English sheet speaks English and keeps what was written', async () => {
  const { pages } = await read({}, 'en');
  expect(pages[0]).toContain(compact('Final inspection'));
  expect(pages[0]).toContain(compact('左前轮偏磨'));
});
