import type { PrintLocale } from '#platform/print/form.ts';
import { type PrintTemplate, printDocument, printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';

interface Label {
  recipient: string;
  address: string;
}
interface Sheet {
  /** What goes behind the name: `收`. */
  after: string;
  /** So many labels of the first sheet are used up. */
  used: number;
  labels: readonly Label[];
}
const template: PrintTemplate<Sheet> = printTemplate(new URL('./labels.typ', import.meta.url));

/** Address labels on A4: three across, eight down, 70 mm × 37 mm, without a margin; begins behind the used ones. */
export const printLabels = (
  locale: PrintLocale,
  used: number,
  labels: readonly Label[],
): Promise<Printed> =>
  printDocument(template, { after: locale === 'en' ? '' : '收', used, labels });
