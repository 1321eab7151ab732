import {
  type FormFrame,
  type FormTemplate,
  type PrintLocale,
  printForm,
} from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { formatFen } from '#shared/money.ts';
import type { OpenPrices } from '../contract.ts';
import { contentText, hoursText, priceValueWords, type ValueWord } from '../locales/values.ts';
import { priceListWords } from './words.ts';

type Item = OpenPrices['items'][number];

/** The list as it is hung up: what the public page shows, on paper. */
export interface PriceListSheet {
  readonly day: string;
  readonly rates: OpenPrices['rates'];
  readonly items: readonly Item[];
  readonly packages: OpenPrices['packages'];
  readonly complaintPhone: string;
}

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./price-list.typ', import.meta.url));

/** The price list of a shop as A4 PDF; its QR code opens the page that customers read. */
export function printPriceList(frame: FormFrame, sheet: PriceListSheet): Promise<Printed> {
  const language = frame.locale ?? 'zh-CN';
  const heading = { title: priceListWords[language].title, number: sheet.day, formNumber: 'JG-01' };
  return printForm(template, frame, heading, bodyOf(language, sheet));
}

function bodyOf(language: PrintLocale, sheet: PriceListSheet) {
  const { day, rates, items, packages, complaintPhone } = sheet;
  const words = priceListWords[language];
  const say = (word: ValueWord) => priceValueWords[language][word];
  const guarantee = ({ guaranteeDays, guaranteeKm }: Item) =>
    [
      guaranteeDays !== null && words.daysUnit.replace('{days}', String(guaranteeDays)),
      guaranteeKm !== null && `${guaranteeKm.toLocaleString('en-US')} km`,
    ]
      .filter((each) => each !== false)
      .join(words.or);
  const price = ({ amountFen }: Item) => (amountFen === null ? words.open : formatFen(amountFen));
  const jobs = items.filter(({ kind }) => kind === 'job');
  const parts = items.filter(({ kind }) => kind === 'part');
  return {
    words: { ...words, lead: words.lead.replace('{day}', day) },
    complaintPhone,
    rates: rates.map(({ grade, rateFen }) => [grade || words.usual, formatFen(rateFen)]),
    jobs: jobs.map((job) => [
      job.code,
      [job.name, job.model].filter(Boolean).join(' · '),
      job.standardHours ? [hoursText(job.standardHours), job.rateGrade].join(' ').trim() : '—',
      job.standardHours ? say(`source_${job.hoursSource ?? 'shop'}`) : '—',
      job.isFixed ? `${price(job)} ${words.fixed}` : price(job),
      guarantee(job),
    ]),
    packages: packages.map((one) => [
      one.code,
      [one.name, one.model].filter(Boolean).join(' · '),
      one.lines.map(contentText).join('、'),
      formatFen(one.sumFen),
      formatFen(one.amountFen),
    ]),
    parts: parts.map((part) => [
      part.code,
      part.name,
      say(`origin_${part.origin ?? 'original'}`),
      part.measure,
      price(part),
      guarantee(part),
    ]),
  };
}
