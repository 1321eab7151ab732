import {
  type FormFrame,
  type FormTemplate,
  formData,
  printedInstant,
  printedMileage,
} from '#platform/print/form.ts';
import { printDocument, printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { type PlateColour, plateParts } from '#shared/plates.ts';
import { type DeliveryPrintWords, deliveryPrintWords } from './words.ts';

/** A picture as the files module keeps it: JPEG. */
interface Picture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}
interface Row {
  readonly item: string;
  readonly noted: string;
  readonly result: string;
  readonly isDifferent: boolean;
  readonly note: string;
  readonly by: string;
}

/** The delivery sheet (交车单), everything in the reader's words. */
export interface PrintedDelivery {
  readonly number: string;
  readonly customer: string;
  readonly plate: { readonly plate: string; readonly colour: PlateColour };
  readonly model: string;
  readonly vin: string;
  readonly mileageInKm: number;
  readonly mileageOutKm?: number;
  readonly jobs: readonly string[];
  readonly certificate?: { number: string; days: number; km: number };
  readonly checks: readonly Row[];
  readonly walk: readonly Row[];
  readonly precautions: readonly { name: string; words: string; within: string }[];
  readonly nextService: string;
  readonly oldParts: string;
  readonly note: string;
  readonly photos: number;
  readonly deliveredBy: string;
  readonly signature?: Picture;
  readonly signedAt?: Date;
}

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./delivery.typ', import.meta.url));

/** The sheet as A4 PDF. */
export function printDelivery(frame: FormFrame, sheet: PrintedDelivery): Promise<Printed> {
  const words = deliveryPrintWords[frame.locale ?? 'zh-CN'];
  const heading = { title: words.title, number: sheet.number, formNumber: 'DL-01' };
  const { data, images } = formData(frame, heading, bodyOf(frame, words, sheet));
  const { signature } = sheet;
  return printDocument(template, data, {
    ...images,
    ...(signature && { signature: pictureSvg(signature) }),
  });
}

/** Typst takes its pictures as text: a JPEG goes within an SVG. */
const pictureSvg = ({ bytes, width, height }: Picture) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="data:image/jpeg;base64,${bytes.toString('base64')}"/></svg>`;

const guaranteeIn = ({ guaranteeTerm }: DeliveryPrintWords, days: number, km: number) =>
  guaranteeTerm.replace('{days}', String(days)).replace('{km}', km.toLocaleString('en-US'));

/** Everything as it is to be read: the template arranges and decides nothing. */
function bodyOf(frame: FormFrame, words: DeliveryPrintWords, sheet: PrintedDelivery) {
  const { certificate, photos } = sheet;
  return {
    words,
    customer: sheet.customer,
    plate: { ...plateParts(sheet.plate.plate), colour: sheet.plate.colour },
    model: sheet.model,
    vin: sheet.vin,
    mileageIn: printedMileage(sheet.mileageInKm),
    mileageOut: printedMileage(sheet.mileageOutKm),
    jobs: sheet.jobs,
    certificate: certificate?.number ?? '',
    guarantee: certificate ? guaranteeIn(words, certificate.days, certificate.km) : '',
    checks: sheet.checks.map(({ item, noted, result, isDifferent, note, by }) => ({
      isDifferent,
      cells: [item, noted, result, note, by],
    })),
    walk: sheet.walk.map(({ item, result, note }) => [item, result, note]),
    precautions: sheet.precautions.map(({ name, words: said, within }) => [name, said, within]),
    nextService: sheet.nextService,
    oldParts: sheet.oldParts,
    note: sheet.note,
    photos: photos > 0 ? words.photos.replace('{count}', String(photos)) : null,
    deliveredBy: sheet.deliveredBy,
    signedAt: printedInstant(frame, sheet.signedAt),
    signature: sheet.signature ? 'signature' : null,
  };
}
