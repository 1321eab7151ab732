import { formatFen } from '#shared/money.ts';

interface Line {
  id: string;
  description: string;
  labourFen: number;
  partsFen: number;
}
interface Said {
  lineId: string;
  answer: 'approved' | 'refused';
  refusalReason?: string;
}

const words = {
  'zh-CN': {
    approved: '同意',
    refused: '不同意',
    yuan: '元',
    sum: '本人应付合计',
    reason: '原因',
    bound: '以上项目和价格如有变动，本次答复作废，须重新征得同意。',
  },
  en: {
    approved: 'Approved',
    refused: 'Refused',
    yuan: 'yuan',
    sum: 'To be paid by me',
    reason: 'reason',
    bound: 'If a job or a price changes, this answer is void and I am asked again.',
  },
} as const;

/** What is signed, word for word: each job with its price and answer, the sum, what voids it. Shown, then kept (D-41). */
export function statementOf(
  language: keyof typeof words,
  lines: readonly Line[],
  answers: readonly Said[],
  sumFen: number,
): string {
  const say = words[language];
  const said = new Map(answers.map((one) => [one.lineId, one]));
  const rows = lines.map(({ id, description, labourFen, partsFen }, at) => {
    const { answer = 'refused', refusalReason = '' } = said.get(id) ?? {};
    const why = refusalReason.trim() === '' ? '' : `（${say.reason}：${refusalReason.trim()}）`;
    return `${at + 1}. ${say[answer]} ${description} ${formatFen(labourFen + partsFen)} ${say.yuan}${why}`;
  });
  return [...rows, `${say.sum} ${formatFen(sumFen)} ${say.yuan}`, say.bound].join('\n');
}
