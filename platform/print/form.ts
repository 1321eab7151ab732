import { dateIn, timeIn } from '#shared/dates.ts';
import { type PrintTemplate, printDocument } from './print.ts';
import type { Printed } from './printer.ts';
import { qrSvg } from './qr.ts';

export type PrintLocale = 'zh-CN' | 'en';

/** What every form carries around its own matter: whose it is, which record, when printed, by whom. */
export interface FormFrame {
  readonly shop: {
    readonly name: string;
    readonly address?: string;
    readonly phone?: string;
    /** As the shop says it: `08:30–18:00，周日休息`. */
    readonly hours?: string;
  };
  /** The short address that opens the record, printed as QR code and in letters. */
  readonly recordUrl: string;
  readonly printedAt: Date;
  readonly printedBy: string;
  readonly locale?: PrintLocale;
  /** IANA name; instants are printed as clocks there show them. */
  readonly timeZone?: string;
  /** It is looked at on a telephone that may show no PDF: its picture is made, too. */
  readonly withPicture?: boolean;
}

export interface FormHeading {
  readonly title: string;
  /** Number of the record, such as the order number. */
  readonly number?: string;
  /** Number of the form itself, by which a shop files its kinds of paper. */
  readonly formNumber: string;
}

const zh = {
  phone: '电话',
  hours: '营业时间',
  scan: '扫码查看本单',
  form: '表单',
  printed: '打印',
  page: '第 {page} 页 / 共 {pages} 页',
  missing: '“〓”处的字不在字库中，请手写补正：',
};

const frameWords: Record<PrintLocale, Record<keyof typeof zh, string>> = {
  'zh-CN': zh,
  en: {
    phone: 'Phone',
    hours: 'Open',
    scan: 'Scan to open',
    form: 'Form',
    printed: 'Printed',
    page: 'Page {page} of {pages}',
    missing: 'The font lacks the characters at “〓”; please write them in by hand: ',
  },
};

/** What a form's template receives: the frame, and the form's own words and values. */
interface FormData<Body> {
  readonly frame: {
    readonly locale: PrintLocale;
    readonly words: Record<keyof typeof zh, string>;
    readonly shop: FormFrame['shop'];
    readonly heading: FormHeading;
    readonly shortUrl: string;
    readonly printedAt: string;
    readonly printedBy: string;
  };
  readonly body: Body;
}

export type FormTemplate<Body> = PrintTemplate<FormData<Body>>;

/** What a template receives of a form: its data, and the code that leads back to the record, as a picture. */
export function formData<Body>(
  frame: FormFrame,
  heading: FormHeading,
  body: Body,
): { data: FormData<Body>; images: Readonly<Record<string, string>> } {
  const { locale = 'zh-CN', shop, recordUrl, printedAt, printedBy } = frame;
  const data: FormData<Body> = {
    frame: {
      locale,
      words: frameWords[locale],
      shop,
      heading,
      shortUrl: recordUrl.replace(/^https?:\/\//i, ''),
      printedAt: printedInstant(frame, printedAt),
      printedBy,
    },
    body,
  };
  return { data, images: { qr: qrSvg(recordUrl) } };
}

/** Prints a form: the template's body within the frame that all forms share (`parts.typ`). */
export function printForm<Body>(
  template: FormTemplate<Body>,
  frame: FormFrame,
  heading: FormHeading,
  body: Body,
): Promise<Printed> {
  const { data, images } = formData(frame, heading, body);
  return printDocument(template, data, images, frame.withPicture);
}

/** `2026-11-21 09:30` where the shop is; empty when it has not happened yet. */
export function printedInstant(frame: FormFrame, at: Date | undefined): string {
  const zone = frame.timeZone ?? 'Asia/Shanghai';
  return at ? `${dateIn(zone, at)} ${timeIn(zone, at)}` : '';
}

/** Whole fen as `1,234.50`, without the sign of the currency; empty when there is no amount. */
export function printedAmount(fen: number | undefined): string {
  if (fen === undefined) return '';
  const amount = Math.abs(fen);
  const yuan = String(Math.floor(amount / 100)).replace(/\B(?=(?:\d{3}){1,6}$)/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${String(amount % 100).padStart(2, '0')}`;
}

/** `52,310 km`; empty when unknown. */
export function printedMileage(mileageKm: number | undefined): string {
  return mileageKm === undefined ? '' : `${mileageKm.toLocaleString('en-US')} km`;
}
