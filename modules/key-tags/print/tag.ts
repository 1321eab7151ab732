import type { PrintLocale } from '#platform/print/form.ts';
import { type PrintTemplate, printDocument, printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { qrSvg } from '#platform/print/qr.ts';

interface Sticker {
  plate: string;
  number: string;
  shop: string;
  /** `11-24 17:00`; empty while nothing is promised. */
  promised: string;
  words: { promised: string; scan: string };
}
const template: PrintTemplate<Sticker> = printTemplate(new URL('./tag.typ', import.meta.url));

const words: Record<PrintLocale, Sticker['words']> = {
  'zh-CN': { promised: '约定交车', scan: '扫码看进度' },
  en: { promised: 'Promised', scan: 'Scan: your order' },
};

type Tag = Omit<Sticker, 'words'> & { url: string; locale: PrintLocale };

/** A sticker of 62 mm by 29 mm, as rolls for label printers have it (DK-11209 and alike); black on white, no margin. */
export const printTag = ({ url, locale, ...sticker }: Tag): Promise<Printed> =>
  printDocument(template, { ...sticker, words: words[locale] }, { qr: qrSvg(url) });
