import { expect, test } from 'vitest';
import type { FormFrame } from '#platform/print/form.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { sampleLoan } from './loan.sample.ts';
import { type LoanSheet, printLoan } from './loan.ts';

const frame: FormFrame = {
  shop: { name: '景明汽车服务（珠海香洲店）' },
  recordUrl: 'https://jm.example.cn/loans/7K3M9Q',
  printedAt: new Date('2026-11-24T09:42:00Z'),
  printedBy: '林晓岚',
};
const read = async (changes: Partial<LoanSheet> = {}, locale?: 'zh-CN' | 'en') =>
  readPdf((await printLoan({ ...frame, locale }, { ...(await sampleLoan()), ...changes })).pdf);

test('WSH-13 the agreement names car, driver, state and rule, in a copy for each side', async () => {
  const { pages, qr } = await read();
  expect(pages.map((page) => /客户联|存根联/.exec(page)?.[0])).toEqual(['客户联', '存根联']);
  for (const said of ['20,010', 'C1，有效期至2029-05-01', '第二十一条', '¥260.00补漆']) {
    expect(pages[0]).toContain(compact(said));
  }
  expect(qr).toBe(frame.recordUrl);
});

test('WSH-13 while the car is out nothing is said of its return', async () => {
  const { pages } = await read({ returnedAt: undefined, back: undefined, costFen: 0 });
  expect(pages[0]).not.toContain('归还时车况');
});

test('the English agreement speaks English', async () => {
  const { pages } = await read({}, 'en');
  expect(pages[0]).toContain(compact('Loan car agreement'));
});
