import type { IssueList } from './issue-list.ts';

type Part = IssueList['parts'][number];
type Issue = IssueList['issues'][number];
const part = (job: string, number: string, name: string, more: Partial<Part> = {}): Part => ({
  ...{ job, number, name, unit: '件', origin: 'original' },
  ...{ approvedThousandths: 1000, issuedThousandths: 1000 },
  ...more,
});
const issue = (at: string, number: string, name: string, more: Partial<Issue> = {}): Issue => ({
  ...{ at: new Date(at), kind: 'issued', number, name, unit: '件', quantityThousandths: 1000 },
  ...{ technicianName: '张伟', byName: '何丽', oldPart: 'notAsked', oldPartTag: '', reason: '' },
  ...more,
});

/** An order with oil by the litre, a battery against the old one, one part back and one still to come. */
export const sampleIssueList: IssueList = {
  number: 'GD20261120-0017',
  plate: '粤C6M218',
  model: '帕萨特 2022 款 330TSI 豪华版',
  technician: '张伟',
  parts: [
    part('二级维护', '06L115562B', '机油滤清器'),
    part('二级维护', '', '全合成机油 5W-30', {
      ...{ unit: 'L', approvedThousandths: 4500, issuedThousandths: 4500 },
    }),
    part('更换蓄电池', '5K0915105H', '蓄电池 AGM 68Ah'),
    part('更换右前下摆臂', '3Q0407152D', '右前下摆臂总成（含球头与衬套，左右不通用）', {
      ...{ approvedThousandths: 2000, issuedThousandths: 1000 },
    }),
    part('更换雨刮', '', '客户自带雨刮片', { origin: 'customer', issuedThousandths: 0 }),
  ],
  issues: [
    issue('2026-11-20T02:10:00Z', '06L115562B', '机油滤清器'),
    issue('2026-11-20T02:11:00Z', '', '全合成机油 5W-30', {
      ...{ unit: 'L', quantityThousandths: 4500 },
    }),
    issue('2026-11-20T02:14:00Z', '5K0915105H', '蓄电池 AGM 68Ah', {
      ...{ oldPart: 'handedIn', oldPartTag: 'JJ261120-003' },
    }),
    issue('2026-11-20T03:02:00Z', '3Q0407152D', '右前下摆臂总成（含球头与衬套，左右不通用）', {
      ...{ oldPart: 'excepted', reason: '旧件留作事故取证' },
    }),
    issue('2026-11-20T03:05:00Z', '3Q0407152D', '右前下摆臂总成（含球头与衬套，左右不通用）'),
    issue('2026-11-20T05:40:00Z', '3Q0407152D', '右前下摆臂总成（含球头与衬套，左右不通用）', {
      ...{ kind: 'returned', reason: '另一侧没有磨损' },
    }),
  ],
};
