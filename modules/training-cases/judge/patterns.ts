import { provinces } from '#shared/plates.ts';
import type { MarkKind } from '../lifecycle.ts';

/** How a person is spoken of by his surname: customers, and colleagues. */
export const titles = {
  guest: '先生|女士|小姐|太太|老师|老板|师傅|总|哥|姐',
  staff: '师傅|经理|主管|店长|顾问|技师|班长|组长|先生|女士|小姐|总|工|哥|姐',
} as const;

/** The hundred most frequent surnames, 公安部户政管理研究中心《二〇二〇年全国姓名报告》 in its order; 2026-11. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';

/**
 * What looks like personal data though the house has it not on file: mobiles and landlines, plates (GA 36), VINs
 * (GB 16735), identity numbers (GB 11643), accounts, addresses. All linear: bounded pieces, no leading blanks.
 */
export const patterns: readonly { readonly kind: MarkKind; readonly pattern: RegExp }[] = [
  { kind: 'email', pattern: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g },
  {
    kind: 'vin',
    pattern:
      /(?<![A-Za-z0-9])(?=[A-Z0-9]{0,16}\d)(?=\d{0,16}[A-Z])[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9])/gi,
  },
  {
    kind: 'idNumber',
    pattern: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dX](?!\d)/gi,
  },
  { kind: 'phone', pattern: /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g },
  { kind: 'phone', pattern: /(?<!\d)0\d{2,3}[\s-]?\d{7,8}(?!\d)/g },
  { kind: 'phone', pattern: /(?:尾号|后四位|末四位)[是为：:]?\s?\d{3,4}(?!\d)/g },
  { kind: 'account', pattern: /(?<!\d)\d{4}(?:[\s-]?\d{4}){3}(?:[\s-]?\d{1,3})?(?!\d)/g },
  { kind: 'account', pattern: /(?:微信|QQ)号?[是为：:\s]{0,3}[A-Za-z0-9][A-Za-z0-9_-]{4,19}/gi },
  {
    kind: 'plate',
    pattern: new RegExp(
      `[${provinces}][A-HJ-NP-Z][\\s·•.-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9学警挂港澳](?![A-Za-z0-9])`,
      'gi',
    ),
  },
  { kind: 'number', pattern: /(?<![A-Za-z0-9])[A-Z]{2,4}-?\d{4,12}-\d{3,6}(?![A-Za-z0-9])/g },
  { kind: 'address', pattern: /[㐀-鿿]{2,8}(?:路|街|大道|巷|弄)\s?\d{1,5}\s?[号弄]/g },
  { kind: 'address', pattern: /(?<!\d)\d{1,4}\s?(?:栋|幢|号楼|单元)(?:\s?\d{1,4}\s?[室号]?)?/g },
  {
    kind: 'name',
    pattern: new RegExp(`[${surnames}](?:先生|女士|小姐|太太|师傅|经理|主管|店长|老板)`, 'g'),
  },
  {
    kind: 'date',
    pattern: /(?<!\d)20\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}(?!\d)(?:\s?[日号])?/g,
  },
  { kind: 'date', pattern: /(?<![\d年])\d{1,2}\s?月\s?\d{1,2}\s?[日号]/g },
];

/** What a text that leaves a shop may not hold; days and numbers of records are nobody's. */
const ofPersons: readonly MarkKind[] = [
  'name',
  'phone',
  'plate',
  'vin',
  'idNumber',
  'email',
  'address',
  'account',
];
/** Whether something in a text looks like a person's: a phone, a plate, somebody by his surname. Guesses, and knows no file. */
export const looksPersonal = (text: string): boolean =>
  patterns.some(({ kind, pattern }) => ofPersons.includes(kind) && text.search(pattern) >= 0);
