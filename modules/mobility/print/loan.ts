import {
  type FormFrame,
  type FormTemplate,
  formData,
  printedInstant,
  printedMileage,
} from '#platform/print/form.ts';
import { printDocument, printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { formatFen } from '#shared/money.ts';
import { plateParts, readPlate } from '#shared/plates.ts';
import { loanPrintWords } from './words.ts';

/** A picture as the files module keeps it: JPEG. */
interface Picture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}
interface CarState {
  readonly mileageKm?: number;
  readonly fuelEighths?: number;
  readonly note: string;
}

/** The agreement on a loan car, and how it came back where it did. */
export interface LoanSheet {
  readonly carPlate: string;
  readonly carModel: string;
  readonly customer: string;
  readonly phone: string;
  readonly borrower: string;
  readonly licenceClass: string;
  readonly licenceUntil: string;
  readonly lender: string;
  readonly orderNumber: string;
  readonly ground: 'courtesy' | 'warrantyRepair';
  readonly groundSource: string;
  readonly lentAt: Date;
  readonly dueAt: Date;
  readonly returnedAt?: Date;
  readonly out: CarState;
  readonly back?: CarState;
  readonly costFen: number;
  readonly costReason: string;
  readonly signature?: Picture;
}

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./loan.typ', import.meta.url));

/** The agreement in two copies, the customer's and the shop's, as A4 PDF. */
export function printLoan(frame: FormFrame, sheet: LoanSheet): Promise<Printed> {
  const { title } = loanPrintWords[frame.locale ?? 'zh-CN'];
  const heading = { title, number: sheet.orderNumber || undefined, formNumber: 'LC-01' };
  const { data, images } = formData(frame, heading, bodyOf(frame, sheet));
  const { signature } = sheet;
  return printDocument(template, data, {
    ...images,
    ...(signature && { signature: pictureSvg(signature) }),
  });
}

/** Typst takes its pictures as text: a JPEG goes within an SVG. */
const pictureSvg = ({ bytes, width, height }: Picture) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="data:image/jpeg;base64,${bytes.toString('base64')}"/></svg>`;

function colourOf(plate: string): string {
  const read = readPlate(plate);
  return read.kind === 'plate' ? read.colour : 'blue';
}

/** Everything as it is to be read: the template arranges and decides nothing. */
function bodyOf(frame: FormFrame, sheet: LoanSheet) {
  const words = loanPrintWords[frame.locale ?? 'zh-CN'];
  const at = (instant: Date | undefined) => printedInstant(frame, instant);
  const state = ({ mileageKm, fuelEighths, note }: CarState) => ({
    mileage: printedMileage(mileageKm),
    eighths: fuelEighths ?? null,
    damage: note || words.noDamage,
  });
  const { ground, groundSource, costFen, costReason } = sheet;
  return {
    words,
    plate: { ...plateParts(sheet.carPlate), colour: colourOf(sheet.carPlate) },
    model: sheet.carModel,
    customer: sheet.customer,
    phone: sheet.phone,
    borrower: sheet.borrower,
    licence: words.licenceOf
      .replace('{class}', sheet.licenceClass)
      .replace('{until}', sheet.licenceUntil),
    lender: sheet.lender,
    order: sheet.orderNumber,
    ground: words[`ground_${ground}`] + (groundSource && `（${groundSource}）`),
    lentAt: at(sheet.lentAt),
    dueAt: at(sheet.dueAt),
    returnedAt: at(sheet.returnedAt),
    out: state(sheet.out),
    back: sheet.back ? state(sheet.back) : null,
    cost: costFen > 0 ? `¥ ${formatFen(costFen)}　${costReason}` : null,
    terms: [words.term1, words.term2, words.term3, words.term4],
    signature: sheet.signature ? 'signature' : null,
  };
}
