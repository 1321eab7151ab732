import {
  type FormFrame,
  type FormTemplate,
  type PrintLocale,
  printForm,
} from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import type { PublicShop } from '../contract.ts';

type Word =
  | 'title'
  | 'scan'
  | 'book'
  | 'noBook'
  | 'promises'
  | 'answer'
  | 'grace'
  | 'guarantee'
  | 'complaints'
  | 'shopPhone'
  | 'complaintPhone'
  | 'authority'
  | 'transport';

/** The words of the poster, by language. */
export const posterWords: Record<PrintLocale, Record<Word, string>> = {
  'zh-CN': {
    title: '扫码找我们',
    scan: '用手机扫一扫',
    book: '网上预约 · 价目表 · 营业时间 · 服务承诺 · 投诉渠道',
    noBook: '价目表 · 营业时间 · 服务承诺 · 投诉渠道',
    promises: '我们的承诺',
    answer: '投诉 {hours} 小时内答复',
    grace: '预约时间保留 {minutes} 分钟',
    guarantee: '质量保证期：一般维修不少于 {days} 天或 {km} 公里，先到为准',
    complaints: '不满意，请找',
    shopPhone: '本店',
    complaintPhone: '投诉电话',
    authority: '消费者投诉',
    transport: '交通运输监督',
  },
  en: {
    title: 'Find us here',
    scan: 'Scan with your phone',
    book: 'Booking · prices · hours · promises · complaints',
    noBook: 'Prices · hours · promises · complaints',
    promises: 'What we promise',
    answer: 'A complaint is answered within {hours} hours',
    grace: 'Your place is kept for {minutes} minutes',
    guarantee: 'Guarantee of usual repairs: at least {days} days or {km} km, whichever comes first',
    complaints: 'Not satisfied? Turn to',
    shopPhone: 'The shop',
    complaintPhone: 'Complaints',
    authority: 'Consumer protection',
    transport: 'Transport authority',
  },
};

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./poster.typ', import.meta.url));

/** A4, to be hung up: the code of the page large enough for a telephone at arm's length. */
export function printPoster(frame: FormFrame, shop: PublicShop): Promise<Printed> {
  const language = frame.locale ?? 'zh-CN';
  const heading = { title: posterWords[language].title, formNumber: 'MD-01' };
  return printForm(template, frame, heading, bodyOf(language, shop));
}

const fill = (text: string, facts: Readonly<Record<string, string | number>>) =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));

function bodyOf(language: PrintLocale, shop: PublicShop) {
  const words = posterWords[language];
  const { answerHours, graceMinutes, guarantees } = shop;
  const usual = guarantees.find(({ work }) => work === 'light');
  const km = usual?.km.toLocaleString('en-US') ?? '';
  return {
    words,
    lead: shop.takesBookings ? words.book : words.noBook,
    promises: [
      fill(words.answer, { hours: answerHours }),
      ...(shop.takesBookings ? [fill(words.grace, { minutes: graceMinutes })] : []),
      ...(usual ? [fill(words.guarantee, { days: usual.days, km })] : []),
      ...shop.promises.slice(0, 5),
    ],
    phones: (
      [
        [words.shopPhone, shop.phone],
        [words.complaintPhone, shop.complaintPhone],
        [words.authority, shop.authorityPhone],
        [words.transport, shop.transportPhone],
      ] as const
    ).filter(([, phone]) => phone !== ''),
  };
}
