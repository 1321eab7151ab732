import { expect, test } from 'vitest';
import type { FormFrame } from '#platform/print/form.ts';
import { compact, readPdf } from '#test/pdf.ts';
import { sampleIssueList } from './issue-list.sample.ts';
import { type IssueList, printIssueList } from './issue-list.ts';

const frame: FormFrame = {
  shop: { name: '景明汽车服务（珠海香洲店）' },
  recordUrl: 'https://jm.example.cn/r/o/7K3M9Q',
  printedAt: new Date('2026-11-20T08:55:00Z'),
  printedBy: '何丽',
};
const read = async (changes: Partial<IssueList> = {}, locale?: 'zh-CN' | 'en') =>
  readPdf((await printIssueList({ ...frame, locale }, { ...sampleIssueList, ...changes })).pdf);

test('WSH-06 the issue list stands on one page: what was agreed to, what is out, against which old part', async () => {
  const { pages, qr } = await read();
  expect(pages).toHaveLength(1);
  for (const said of [
    '领料单',
    '06L115562B',
    '4.5 L',
    'JJ261120-003',
    '旧件留作事故取证',
    '退料',
  ]) {
    expect(pages[0]).toContain(compact(said));
  }
  expect(qr).toBe(frame.recordUrl);
});

test('WSH-06 with nothing issued it says so, in English too', async () => {
  expect((await read({ issues: [] })).pages[0]).toContain(compact('还没有领料'));
  const { pages } = await read({ issues: [] }, 'en');
  expect(pages[0]).toContain(compact('Nothing was issued yet'));
});
